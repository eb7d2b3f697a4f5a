import type { Model } from "../../model/model.js";
import { finish, MALFORMED } from "../draft.js";
import type { NotAStringVector } from "../vector.js";

/**
 * Returns vectors for values that are not strings. They have a file of their own, since typed languages rule them out.
 */
export function notAStringVectors(model: Model): NotAStringVector[] {
  return VALUES.map(([id, comment, token]) => {
    const vector = finish(model, "form", {
      id,
      comment: `${comment} in place of a token`,
      row: "parts",
      fault: MALFORMED,
    });
    return { ...vector, token };
  });
}

const VALUES: readonly [string, string, unknown][] = [
  ["null", "null", null],
  ["number", "a number", 42],
  ["boolean", "true", true],
  ["array", "an array", []],
  ["object", "an object", {}],
];
