import { describe, expect, it } from "vitest";
import { DEFAULT_MAX_TOKEN_BYTES } from "../../../src/json/largest-token.js";
import { PLACED_FAULTS, snapshot } from "../../../src/json/snapshot.js";

const nested = (depth: number, inner: unknown): unknown => (depth === 0 ? inner : [nested(depth - 1, inner)]);

describe("the size of a value", () => {
  /** Returns a value whose JSON has a length, by filling up a text. */
  const sized = (length: number, make: (text: string) => unknown): unknown =>
    make("x".repeat(length - JSON.stringify(make("")).length));

  it.each<[string, (text: string) => unknown]>([
    ["a text in an array", (text) => [text]],
    ["a text in an object", (text) => ({ a: text })],
    ["a name", (text) => ({ [text]: "" })],
    ["arrays and objects", (text) => [[{ a: { b: text } }]]],
  ])("is limited to that of a token, in characters of its JSON: %s", (_, make) => {
    const largest = sized(DEFAULT_MAX_TOKEN_BYTES, make);
    expect(snapshot(largest)).toEqual({ value: largest, faults: [] });
    const { faults } = snapshot(sized(DEFAULT_MAX_TOKEN_BYTES + 1, make), "at");
    const message = `must be smaller: tokens are limited to ${DEFAULT_MAX_TOKEN_BYTES} bytes`;
    expect(faults).toEqual([{ path: ["at"], keyword: "json", message }]);
  });

  it.each<[string, (text: string) => unknown]>([
    ["beside it", (text) => [text, 0]],
    ["at a hundred levels", (text) => [text, nested(99, [0])]],
  ])("includes what comes after a text that takes up all of it: %s", (_, make) => {
    const { faults } = snapshot(sized(DEFAULT_MAX_TOKEN_BYTES + 2, make), undefined, true);
    expect(faults.map(({ path, keyword }) => [path, keyword])).toEqual([[[], "json"]]);
  });
});

describe("the depth of a value", () => {
  it("is limited to a hundred levels for an argument", () => {
    expect(snapshot(nested(100, 1)).faults).toEqual([]);
    expect(snapshot(nested(101, 1)).faults).toEqual([
      { path: Array(100).fill(0), keyword: "json", message: "must not be nested more than 100 deep" },
    ]);
  });

  it("is not limited for a payload, but the paths of its faults are", () => {
    const value = nested(2_000, [1, { a: 2 }]);
    const copy = snapshot(value, undefined, true);
    expect(copy.faults).toEqual([]);
    expect(JSON.stringify(copy.value)).toBe(JSON.stringify(value));
    const paths = [99, 100, 2_000].map((depth) => snapshot(nested(depth, "\ud800"), undefined, true).faults[0]?.path);
    expect(paths).toEqual([99, 100, 100].map((length) => Array(length).fill(0)));
  });
});

it("the first hundred faults of a value have their path, and the others one of their own", () => {
  const { faults } = snapshot(Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`a${i}`, () => i])), "at");
  expect(faults).toHaveLength(150);
  const placed = Array.from({ length: PLACED_FAULTS }, (_, index) => ["at", `a${index}`]);
  expect(faults.slice(0, PLACED_FAULTS).map(({ path }) => path)).toEqual(placed);
  expect(new Set(faults.map(({ path }) => JSON.stringify(path))).size).toBe(150);
  expect(faults.slice(PLACED_FAULTS).every(({ path }) => path[0] !== "at")).toBe(true);
});
