import { escapeControls } from "../json/escape-controls.js";
import { type Path, toPointer } from "../json/path.js";
import { type Fault, PLACED_FAULTS } from "../json/snapshot.js";

/** One mistake in a value. Satisfies the issue type of Standard Schema. */
export interface Issue {
  /** The path to the mistake: `["video", "canPublishSources", 0]`. Empty for an issue of the whole value. */
  readonly path: Path;
  /** The path as a JSON pointer (RFC 6901): "/video/canPublishSources/0". */
  readonly pointer: string;
  /** The broken rule: a keyword of JSON Schema such as "required", or a name of this library such as "oneof" or "json". */
  readonly keyword: string;
  /**
   * The expected and the actual value, worded to follow the path: "must be a string; got null". Names types, and quotes
   * values only where an enum is expected.
   */
  readonly message: string;
  /** The member name or enum value that was probably meant. */
  readonly suggestion?: string;
}

/** The most issues that are listed. Further ones are counted. */
const MAX_LISTED = 20;

/** Creates an issue. It is frozen, because many errors may share it. */
export function createIssue(path: Path, keyword: string, message: string, suggestion?: string): Issue {
  const issue = { path: Object.freeze([...path]), pointer: toPointer(path), keyword, message: escapeControls(message) };
  return Object.freeze(suggestion === undefined ? issue : { ...issue, suggestion });
}

/** The keyword of an issue that only counts others. */
const MORE = "more";

/**
 * Creates an issue that {@link limitIssues} counts and does not list.
 *
 * @param path a path that no other counted issue has
 */
export function countedIssue(path: Path): Issue {
  return createIssue(path, MORE, "");
}

/**
 * Converts the faults of a snapshot to issues. A fault that is too late to have a path is only counted. "unreadable" ones are
 * always listed, because their keyword decides the error code: INVALID_ARGUMENT instead of INVALID_CLAIMS.
 */
export function toIssues(faults: readonly Fault[]): Issue[] {
  return faults.map(({ path, keyword, message }, index) =>
    index < PLACED_FAULTS || keyword === "unreadable" ? createIssue(path, keyword, message) : countedIssue(path),
  );
}

/** Returns the first issue of each path, at most twenty. A last issue counts the rest: "and 3 more". */
export function limitIssues(issues: readonly Issue[]): Issue[] {
  const places = new Map<string, Issue>();
  let more = 0;
  for (const issue of issues) {
    if (issue.keyword === MORE) more++;
    else if (!places.has(issue.pointer)) places.set(issue.pointer, issue);
  }
  const first = [...places.values()].slice(0, MAX_LISTED);
  more += places.size - first.length;
  return more === 0 ? first : [...first, createIssue([], MORE, `and ${more} more`)];
}
