import { describe, expect, it } from "vitest";
import { loneSurrogates } from "../../../src/room-config/lone-surrogates.js";

const nested = (depth: number, inner: unknown): unknown => (depth === 0 ? inner : [nested(depth - 1, inner)]);

describe("lone surrogates of a room configuration", () => {
  it("are reported where they are, in the spelling of the input", () => {
    const found = loneSurrogates({ empty_timeout: 1, tags: { "\udfff": "a" }, unknown: [{ x: "\ud800" }] });
    expect(found.map(({ path, keyword, message }) => [path, keyword, message])).toEqual([
      [["roomConfig", "tags", "\udfff"], "unicode", "must not have a lone surrogate in its name"],
      [["roomConfig", "unknown", 0, "x"], "unicode", "must not hold a lone surrogate"],
    ]);
  });

  it("have the path of a part around them where they are nested deep", () => {
    for (const [depth, length] of [
      [97, 97],
      [98, 98],
      [99, 98],
      [1_000, 98],
    ] as const) {
      const [issue] = loneSurrogates({ x: nested(depth, "\ud800") });
      expect(issue?.path).toEqual(["roomConfig", "x", ...Array(length).fill(0)]);
    }
  });

  it("are all returned, the first hundred in words", () => {
    const found = loneSurrogates({ x: Array(1_000).fill("\ud800") });
    expect(found).toHaveLength(1_000);
    expect(found.filter(({ message }) => message !== "")).toHaveLength(100);
    // Each has a path of its own in the room configuration.
    expect(found.every(({ path }) => path[0] === "roomConfig")).toBe(true);
    expect(new Set(found.map(({ pointer }) => pointer)).size).toBe(1_000);
  });
});
