import { describe, expect, it } from "vitest";
import { getOwn, getOwnAt } from "../../../src/json/own.js";

describe("an own member", () => {
  it.each<[unknown, string | number, unknown]>([
    [{ a: 1 }, "a", 1],
    [["x"], 0, "x"],
    [{ a: 1 }, "b", undefined],
    [{}, "toString", undefined],
    [{}, "__proto__", undefined],
    [null, "a", undefined],
    [undefined, "a", undefined],
    ["text", 0, undefined],
  ])("of %j: %j", (value, name, member) => {
    expect(getOwn(value, name)).toBe(member);
  });

  it("is read along a path", () => {
    expect(getOwnAt({ a: [{ b: 1 }] }, ["a", 0, "b"])).toBe(1);
    expect(getOwnAt({ a: [] }, ["a", "length"])).toBe(0);
    expect(getOwnAt({ a: [] }, ["a", 0, "b"])).toBeUndefined();
    expect(getOwnAt(5, [])).toBe(5);
  });
});
