import { escapeControls } from "../json/escape-controls.js";
import { type Path, toPointer } from "../json/path.js";
import { type Fault, PLACED_FAULTS } from "../json/snapshot.js";

/** One mistake, as data. Fits the issue of Standard Schema. */
export interface Issue {
  /** Where it is: `["video", "canPublishSources", 0]`. Empty for the whole. */
  readonly path: Path;
  /** The same as a JSON pointer (RFC 6901): "/video/canPublishSources/0". */
  readonly pointer: string;
  /** The rule that is broken: a keyword of JSON Schema, or a name of ours such as "oneof" or "json". */
  readonly keyword: string;
  /** The expected and the actual value, in words that follow the place. Names types, and values only of enums. */
  readonly message: string;
  /** The member name or enum value that was probably meant. */
  readonly suggestion?: string;
}

const MOST = 20;

/** Frozen, since an issue may be shared by many errors. */
export function createIssue(path: Path, keyword: string, message: string, suggestion?: string): Issue {
  const issue = { path: Object.freeze([...path]), pointer: toPointer(path), keyword, message: escapeControls(message) };
  return Object.freeze(suggestion === undefined ? issue : { ...issue, suggestion });
}

/** The keyword of issues that say only how many there are. */
const MORE = "more";

/** Returns an issue that {@link limitIssues} only counts. Others that are counted have another path. */
export function countedIssue(path: Path): Issue {
  return createIssue(path, MORE, "");
}

/** Faults without a path are only counted, unless they make a call invalid that the claims do not. */
export function toIssues(faults: readonly Fault[]): Issue[] {
  return faults.map(({ path, keyword, message }, index) =>
    index < PLACED_FAULTS || keyword === "unreadable" ? createIssue(path, keyword, message) : countedIssue(path),
  );
}

/** Returns one issue a place, the first, and after twenty only how many more there are. */
export function limitIssues(issues: readonly Issue[]): Issue[] {
  const places = new Map<string, Issue>();
  let more = 0;
  for (const issue of issues) {
    if (issue.keyword === MORE) more++;
    else if (!places.has(issue.pointer)) places.set(issue.pointer, issue);
  }
  const first = [...places.values()].slice(0, MOST);
  more += places.size - first.length;
  return more === 0 ? first : [...first, createIssue([], MORE, `and ${more} more`)];
}
