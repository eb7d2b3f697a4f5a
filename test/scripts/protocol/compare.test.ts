import { describe, expect, it } from "vitest";
import { compareDeclarations } from "../../../scripts/protocol/compare.js";

describe("compareDeclarations", () => {
  it("finds no difference between equal declarations in any order", () => {
    const found = compareDeclarations({ a: "string", "b.c": "boolean" }, { "b.c": "boolean", a: "string" });
    expect(found).toEqual({ added: [], lacking: [], retyped: [] });
  });

  it.each([
    ["a name that is close", { "v.roomId": "string", "v.x": "string" }, { "v.roomID": "string", "v.y": "string" }],
    ["the only one of its type in its object", { "v.roomId": "string", "v.x": "boolean" }, { "v.place": "string" }],
  ])("considers %s a new name of the member that is lacking", (_what, ours, theirs) => {
    expect(compareDeclarations(ours, theirs).added[0]?.renamed).toBe("v.roomId");
  });

  it.each([
    ["of another type", { "v.room": "string" }, { "v.roomx": "boolean" }],
    ["of another object", { "v.room": "string" }, { "w.roomx": "string" }],
    ["not lacking", { "v.room": "string" }, { "v.room": "string", "v.roomx": "string" }],
    ["one of several candidates", { "v.a": "string", "v.b": "string" }, { "v.place": "string" }],
    ["that several might be", { "v.a": "string" }, { "v.place": "string", "v.spot": "string" }],
  ])("considers no name that of a member %s", (_what, ours, theirs) => {
    for (const { renamed } of compareDeclarations(ours, theirs).added) expect(renamed).toBeUndefined();
  });

  it("handles names that objects inherit", () => {
    expect(compareDeclarations({}, { constructor: "string" }).added).toEqual([{ name: "constructor", type: "string" }]);
    expect(compareDeclarations({ toString: "string" }, {}).lacking).toEqual(["toString"]);
  });
});
