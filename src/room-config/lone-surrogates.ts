import { createIssue, type Issue } from "../issues/issue.js";
import { isWellFormed } from "../json/well-formed.js";

/** An object or array, and where it is. */
interface Place {
  readonly value: object;
  readonly key: string | number;
  readonly around: Place | undefined;
}

/**
 * The places in a room configuration where a text or a name has a lone surrogate, in the spelling of the input. Go's
 * protojson refuses a token for one, in members that it does not know too.
 */
export function loneSurrogates(roomConfig: unknown): Issue[] {
  const issues: Issue[] = [];
  // Grows while it is looked through: a payload may be nested deeper than a stack is.
  const places: Place[] = [{ value: { roomConfig }, key: "", around: undefined }];
  for (const place of places) {
    for (const [name, part] of Object.entries(place.value)) {
      const inner = (): Place => ({
        value: part,
        key: Array.isArray(place.value) ? Number(name) : name,
        around: place,
      });
      if (!isWellFormed(name)) issues.push(surrogate(inner(), "must not have a lone surrogate in its name"));
      if (typeof part === "object" && part !== null) places.push(inner());
      else if (typeof part === "string" && !isWellFormed(part))
        issues.push(surrogate(inner(), "must not hold a lone surrogate"));
    }
  }
  return issues;
}

function surrogate(place: Place, message: string): Issue {
  const path: (string | number)[] = [];
  for (let at: Place | undefined = place; at?.around !== undefined; at = at.around) path.push(at.key);
  return createIssue(path.reverse(), "unicode", message);
}
