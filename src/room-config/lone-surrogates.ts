import { countedIssue, createIssue, type Issue } from "../issues/issue.js";
import type { Path } from "../json/path.js";
import { isWellFormed } from "../json/well-formed.js";

/** An object or array, and where it is. A path is made only for an issue. */
interface Place {
  readonly value: object;
  readonly key: string | number;
  readonly depth: number;
  readonly around: Place | undefined;
}

/** The issues that are put in words: more than limitIssues keeps. */
const WORDED = 100;

/** The segments of the longest path: longer than that of any member. What is nested deeper has the path of the part around. */
const LONGEST_PATH = 100;

/**
 * Returns the places in a room configuration where a text or a name has a lone surrogate, in the spelling of the input. Go's
 * protojson refuses a token for one, in members that it does not know too.
 */
export function loneSurrogates(roomConfig: unknown): Issue[] {
  const issues: Issue[] = [];
  // Grows while it is looked through: a payload may be nested deeper than a stack is.
  const places: Place[] = [{ value: { roomConfig }, key: "", depth: 0, around: undefined }];
  for (const place of places) {
    const isArray = Array.isArray(place.value);
    for (const [name, part] of Object.entries(place.value)) {
      const key = isArray ? Number(name) : name;
      const refuse = (message: string): void => {
        const { length } = issues;
        const path = length < WORDED ? pathTo(place, key) : undefined;
        issues.push(path ? createIssue(path, "unicode", message) : countedIssue(["roomConfig", length]));
      };
      if (!isWellFormed(name)) refuse("must not have a lone surrogate in its name");
      if (typeof part === "object" && part !== null)
        places.push({ value: part, key, depth: place.depth + 1, around: place });
      else if (typeof part === "string" && !isWellFormed(part)) refuse("must not hold a lone surrogate");
    }
  }
  return issues;
}

function pathTo(around: Place, key: string | number): Path {
  const path = around.depth < LONGEST_PATH ? [key] : [];
  for (let at: Place | undefined = around; at?.around !== undefined; at = at.around) {
    if (at.depth <= LONGEST_PATH) path.push(at.key);
  }
  return path.reverse();
}
