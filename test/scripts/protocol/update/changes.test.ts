import { describe, expect, it } from "vitest";
import { changeLines } from "../../../../scripts/protocol/update/changes.js";
import { NOTHING } from "../../../support/replayable.js";

describe("changeLines", () => {
  it("returns no lines for equal releases", () => {
    expect(changeLines(NOTHING, NOTHING)).toEqual([]);
  });

  it("names new members, with their likely old names", () => {
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

  it("names members of another type or number, with the work that they need", () => {
    const before = { ...NOTHING, claims: { kind: "string" }, members: { "A.x": "uint32" }, values: { "K.V": "1" } };
    const after = { ...NOTHING, claims: { kind: "string[]" }, members: { "A.x": "double" }, values: { "K.V": "2" } };
    expect(changeLines(before, after)).toEqual([
      "changed: kind is string[], was string. Change its schema",
      "changed: A.x is double, was uint32. Read its description in the overlay again",
      "changed: K.V is 2, was 1. Nothing: tokens hold its name",
    ]);
  });
});
