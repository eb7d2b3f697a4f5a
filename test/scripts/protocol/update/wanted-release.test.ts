import { describe, expect, it } from "vitest";
import { wantedRelease } from "../../../../scripts/protocol/update/wanted-release.js";

const published = ["1.44.1", "1.45.2", "1.52.1"];

describe("wantedRelease", () => {
  it("is the one asked for, or the newest", () => {
    expect(wantedRelease("1.45.2", published)).toBe("1.45.2");
    expect(wantedRelease(undefined, published)).toBe("1.52.1");
  });

  it.each([
    ["1.45.3", "did you mean 1.45.2?"],
    ["latest", "the newest is 1.52.1"],
    ["2.0.0", "the newest is 1.52.1"],
  ])("refuses %s: %s", (asked, end) => {
    expect(() => wantedRelease(asked, published)).toThrow(RangeError);
    expect(() => wantedRelease(asked, published)).toThrow(end);
  });
});
