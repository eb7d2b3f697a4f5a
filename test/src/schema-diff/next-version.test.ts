import { describe, expect, it } from "vitest";
import { nextVersion } from "../../../src/schema-diff/diff-schemas.js";

describe("nextVersion", () => {
  it.each([
    ["1.4.2", "major", "2.0.0"],
    ["1.4.2", "minor", "1.5.0"],
    ["1.4.2", "patch", "1.4.3"],
    ["1.4.2", "none", "1.4.2"],
    ["0.4.2", "major", "0.5.0"],
    ["0.4.2", "minor", "0.4.3"],
    ["0.4.2", "patch", "0.4.3"],
    ["2.0.0-rc.1", "patch", "2.0.1"],
  ] as const)("of %s and the step %s is %s", (version, step, next) => {
    expect(nextVersion(version, step)).toBe(next);
  });

  it.each(["1.4", "v1.4.2", "01.4.2", "1.4.2-", ""])("rejects %j", (version) => {
    expect(() => nextVersion(version, "patch")).toThrow(
      new RangeError(`"${version}" is not a version; pass one such as 1.4.0`),
    );
  });
});
