import * as fc from "fast-check";
import { expect, it } from "vitest";
import { fromFragment, toFragment } from "../../../src/report/permalink.js";

it("brings back what is shared", () => {
  fc.assert(
    fc.property(
      fc.record({ text: fc.string({ unit: "grapheme" }), now: fc.string({ unit: "grapheme" }) }),
      (shared) => {
        expect(fromFragment(toFragment(shared))).toEqual(shared);
      },
    ),
  );
});

it("is empty where nothing is shared", () => {
  expect(toFragment({ text: "", now: "" })).toBe("");
  expect(fromFragment("")).toEqual({ text: "", now: "" });
});
