import { describe, expect, it } from "vitest";
import { changeLines } from "../../../../scripts/protocol/update/changes.js";
import { NOTHING } from "../../../support/replayable.js";

describe("changeLines", () => {
  it("has nothing to say of two releases alike", () => {
    expect(changeLines(NOTHING, NOTHING)).toEqual([]);
  });

  it("names what is new, with what it may have been called before", () => {
    const before = { ...NOTHING, members: { "A.maxDelay": "uint32", "A.x": "string" } };
    const after = {
      ...NOTHING,
      messages: { B: "" },
      members: { "A.maxDelays": "uint32", "A.x": "string", "B.y": "bool" },
    };
    expect(changeLines(before, after)).toEqual([
      "new: B",
      "new: A.maxDelays (uint32), perhaps renamed from A.maxDelay: reuse its description",
      "new: B.y (bool)",
      expect.stringMatching(/^gone: A\.maxDelay\. It was removed/),
    ]);
  });

  it("names what is of another type or number, and what that needs", () => {
    const before = { ...NOTHING, claims: { kind: "string" }, members: { "A.x": "uint32" }, values: { "K.V": "1" } };
    const after = { ...NOTHING, claims: { kind: "string[]" }, members: { "A.x": "double" }, values: { "K.V": "2" } };
    expect(changeLines(before, after)).toEqual([
      "changed: kind is string[], was string. Change its schema",
      "changed: A.x is double, was uint32. Read its description in the overlay again",
      "changed: K.V is 2, was 1. Nothing: tokens hold its name",
    ]);
  });
});
