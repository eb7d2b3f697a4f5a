import { countedIssue, createIssue, type Issue } from "../issues/issue.js";
import type { Json } from "../json/is-object.js";
import type { Path } from "../json/path.js";
import { isWellFormed } from "../json/well-formed.js";

/** An object or array, and its place. Paths are built only for issues. */
interface Place {
  readonly value: object;
  readonly key: string | number;
  readonly depth: number;
  readonly parent: Place | undefined;
}

/** The number of issues that have a path and a message: more than limitIssues keeps. The others are only counted. */
const MAX_WORDED = 100;

/** The length of the longest path: more than any member needs. A deeper value is reported at the path of the value around it. */
const MAX_PATH_LENGTH = 100;

/**
 * Returns an issue for each text and each name in a room configuration that has a lone surrogate. Paths are in the spelling of
 * the input. Go's protojson rejects a token with a lone surrogate, even in a member that it does not know.
 */
export function loneSurrogates(roomConfig: unknown): Issue[] {
  const issues: Issue[] = [];
  // The loop appends to this list. Recursion could overflow the stack, since a payload may have any depth.
  const places: Place[] = [{ value: { roomConfig }, key: "", depth: 0, parent: undefined }];
  for (const place of places) {
    const isArray = Array.isArray(place.value);
    for (const name of Object.keys(place.value)) {
      const part = (place.value as Json)[name];
      const key = isArray ? Number(name) : name;
      if (!isWellFormed(name)) add(issues, place, key, "must not have a lone surrogate in its name");
      if (typeof part === "object" && part !== null)
        places.push({ value: part, key, depth: place.depth + 1, parent: place });
      else if (typeof part === "string" && !isWellFormed(part))
        add(issues, place, key, "must not hold a lone surrogate");
    }
  }
  return issues;
}

function add(issues: Issue[], parent: Place, key: string | number, message: string): void {
  const { length } = issues;
  const path = length < MAX_WORDED ? pathTo(parent, key) : undefined;
  issues.push(path ? createIssue(path, "unicode", message) : countedIssue(["roomConfig", length]));
}

function pathTo(parent: Place, key: string | number): Path {
  const path = parent.depth < MAX_PATH_LENGTH ? [key] : [];
  for (let at = parent; at.parent !== undefined; at = at.parent) {
    if (at.depth <= MAX_PATH_LENGTH) path.push(at.key);
  }
  return path.reverse();
}
