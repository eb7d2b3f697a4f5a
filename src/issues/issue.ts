import { escapeControls } from "../json/escape-controls.js";
import { type Path, toPointer } from "../json/path.js";
import type { Fault } from "../json/snapshot.js";

/** One mistake, as data. Fits the issue of Standard Schema. */
export interface Issue {
  /** Where it is: `["video", "canPublishSources", 0]`. Empty for the whole. */
  readonly path: Path;
  /** The same as a JSON pointer (RFC 6901): "/video/canPublishSources/0". */
  readonly pointer: string;
  /** The rule that is broken: a keyword of JSON Schema, or a name of ours such as "oneof" or "json". */
  readonly keyword: string;
  /** What was expected and what came, to be read after the place. Names types, and values only of enums. */
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

export function toIssues(faults: readonly Fault[]): Issue[] {
  return faults.map(({ path, keyword, message }) => createIssue(path, keyword, message));
}

/** One issue a place, the first, and after twenty only how many more there are. */
export function limitIssues(issues: readonly Issue[]): Issue[] {
  const places = new Map<string, Issue>();
  for (const issue of issues) if (!places.has(issue.pointer)) places.set(issue.pointer, issue);
  const distinct = [...places.values()];
  if (distinct.length <= MOST) return distinct;
  return [...distinct.slice(0, MOST), createIssue([], "more", `and ${distinct.length - MOST} more`)];
}
