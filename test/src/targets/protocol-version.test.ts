import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AccessTokenError } from "../../../src/issues/error.js";
import { compareProtocolVersions, isProtocolVersion } from "../../../src/targets/protocol-version.js";

/** Versions in ascending order. */
const VERSIONS = [
  ...["0.13.3-0.20220510071353", "0.13.3", "1.0.2-0.20220824112019", "1.0.2", "1.9.4", "1.9.10-0.20240217202122"],
  ...[
    "1.9.10",
    "1.10.1",
    "1.43.4",
    "1.43.5-0.20251208162321",
    "1.43.5-0.20260114074149",
    "1.43.5",
    "1.44.0",
    "2.0.0",
    "10.0.0",
  ],
];

const version = fc
  .tuple(fc.nat(3), fc.nat(12), fc.nat(12), fc.option(fc.integer({ min: 20200101000000, max: 20301231235959 })))
  .map(([major, minor, patch, time]) => `${major}.${minor}.${patch}${time === null ? "" : `-0.${time}`}`);

describe("the order of versions", () => {
  it("has a commit after a release between it and the next release", () => {
    const shuffled = [...VERSIONS].reverse();
    expect(shuffled.sort(compareProtocolVersions)).toEqual(VERSIONS);
  });

  it("has commits before the same release in the order of their times, whatever their hashes", () => {
    const time = fc.integer({ min: 20200101000000, max: 20301231235959 });
    const hash = fc.option(fc.stringMatching(/^[\da-f]{12}$/)).map((text) => (text === null ? "" : `-${text}`));
    fc.assert(
      fc.property(time, hash, time, hash, (a, hashOfA, b, hashOfB) => {
        const order = compareProtocolVersions(`1.43.5-0.${a}${hashOfA}`, `1.43.5-0.${b}${hashOfB}`);
        expect(order).toBe(Math.sign(a - b));
        expect(compareProtocolVersions(`1.43.5-0.${a}${hashOfA}`, `1.43.5-0.${a}${hashOfB}`)).toBe(0);
      }),
    );
  });

  it("is reflexive, antisymmetric and transitive", () => {
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(compareProtocolVersions(a, a)).toBe(0);
        expect(compareProtocolVersions(a, b) + compareProtocolVersions(b, a)).toBe(0);
        expect(compareProtocolVersions(a, b) === 0).toBe(a === b);
        const [first = "", second = "", third = ""] = [a, b, c].sort(compareProtocolVersions);
        expect(compareProtocolVersions(first, second)).toBeLessThanOrEqual(0);
        expect(compareProtocolVersions(second, third)).toBeLessThanOrEqual(0);
        expect(compareProtocolVersions(first, third)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it("has a commit between its release and the previous patch", () => {
    fc.assert(
      fc.property(fc.nat(99), fc.integer({ min: 20200101000000, max: 20301231235959 }), (patch, time) => {
        const commit = `1.2.${patch + 1}-0.${time}`;
        expect(compareProtocolVersions(`1.2.${patch}`, commit)).toBe(-1);
        expect(compareProtocolVersions(commit, `1.2.${patch + 1}`)).toBe(-1);
      }),
    );
  });
});

describe("what is no version", () => {
  it.each(["", "1.2", "1.2.3.4", "v1.2.3", "1.02.3", "1.2.3-rc.1", "1.2.3-0.2026", "1.2.3 ", "1.2.x", "constructor"])(
    "%j",
    (text) => {
      expect(isProtocolVersion(text)).toBe(false);
      const message = `"${text}" is not a protocol version; pass one such as 1.43.4 or 1.43.5-0.20260114074149`;
      expect(() => compareProtocolVersions(text, "1.0.0")).toThrow(new AccessTokenError("INVALID_ARGUMENT", message));
    },
  );
});
