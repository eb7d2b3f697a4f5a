import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldCase, foldName } from "../../../src/json/fold.js";
import { anyCharacter } from "../../support/arbitrary-text.js";

describe("foldCase", () => {
  it.each([
    ["canPublish", "canpublish"],
    ["\u212Aey", "key"], // the sign for kelvin
    ["\u017Fub", "sub"], // the long s
    ["\u017F", "s"],
    ["stra\u00DFe", "stra\u00DFe"], // its capital is two letters
  ])("folds %s to %s, as Go does", (name, folded) => {
    expect(foldCase(name)).toBe(folded);
  });

  it("folds each character alone", () => {
    const strings = fc.oneof(fc.string(), fc.string({ unit: "grapheme" }), fc.string({ unit: anyCharacter }));
    fc.assert(
      fc.property(strings, (name) => {
        expect(foldCase(name)).toBe(Array.from(name, foldCase).join(""));
      }),
    );
  });
});

describe("foldName", () => {
  it("returns the same for all spellings of a name", () => {
    expect(new Set(["canPublish", "can_publish", "CAN-PUBLISH"].map(foldName))).toEqual(new Set(["canpublish"]));
  });
});
