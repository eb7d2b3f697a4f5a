import fc from "fast-check";
import { expect, it } from "vitest";
import { isWellFormed, toWellFormed } from "../../../src/json/well-formed.js";

const broken = fc.array(fc.constantFrom("a", "\ud83d", "\ude00", "😀", "\uffff")).map((parts) => parts.join(""));

it("answers as the methods of String do, which some runtimes lack", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), broken), (text) => {
      expect(isWellFormed(text)).toBe(text.isWellFormed());
      expect(toWellFormed(text)).toBe(text.toWellFormed());
    }),
  );
});
