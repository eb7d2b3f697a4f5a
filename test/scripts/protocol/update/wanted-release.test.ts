import { describe, expect, it } from "vitest";
import { wantedRelease } from "../../../../scripts/protocol/update/wanted-release.js";

const known = ["1.52.1", "1.9.9", "1.45.2"];

describe("wantedRelease", () => {
  it("returns the requested release, known or not, or the newest one", () => {
    expect(wantedRelease("1.45.2", known)).toBe("1.45.2");
    expect(wantedRelease("v1.45.3", known)).toBe("1.45.3");
    expect(wantedRelease(undefined, known)).toBe("1.52.1");
  });

  it.each([
    ["1.45.x", "1.45.x is not a version of the protocol; did you mean 1.45.2?"],
    ["latest", "latest is not a version of the protocol; did you mean 1.52.1?"],
  ])("rejects %s", (asked, message) => {
    expect(() => wantedRelease(asked, known)).toThrow(new RangeError(message));
  });
});
