import type { Model } from "../../model/model.js";
import { finish, MALFORMED } from "../draft.js";
import type { NotAStringVector } from "../vector.js";

/** Values in place of a token that are not strings. Typed languages rule them out, so they are apart from the others. */
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
