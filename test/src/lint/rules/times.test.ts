import { describe, expect, it } from "vitest";
import { findingsOf, found, payload } from "../../../support/lint.js";
import { NOW } from "../../../support/tokens.js";

const HOUR = 3600;

describe("a token that is valid for long", () => {
  it.each([
    [24 * HOUR + 1, 24],
    [25 * HOUR - 1, 24],
    [25 * HOUR, 25],
    [1000 * HOUR, 1000],
  ])("is reported for %d seconds as %d hours", (seconds, hours) => {
    const [finding, ...more] = findingsOf("long-lived", payload({ exp: NOW + seconds }));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      pointer: "/exp",
      message: `is ${hours} hours from now; 24 hours are enough for most uses`,
    });
  });

  it.each([0, 1, HOUR, 24 * HOUR])("is not reported for %d seconds", (seconds) => {
    expect(findingsOf("long-lived", payload({ exp: NOW + seconds }))).toEqual([]);
  });
});

describe("a time of another unit", () => {
  it.each([
    [(NOW + HOUR) * 1000, "milliseconds"],
    [(NOW + HOUR) * 1e6, "microseconds"],
    [(NOW + HOUR) * 1e9, "nanoseconds"],
    [100_000_000_000_000, "microseconds"],
  ])("has a fix that divides it: %d", (exp, unit) => {
    const [finding] = findingsOf("long-lived", payload({ exp }));
    const divisor = { milliseconds: 1e3, microseconds: 1e6, nanoseconds: 1e9 }[unit] as number;
    expect(finding?.fix).toBe(`Write ${Math.floor(exp / divisor)}, in seconds: the time is in ${unit}.`);
  });

  it("has one in iat and nbf, and from the first time after the year 5138", () => {
    for (const [code, claim] of [
      ["issued-in-future", "iat"],
      ["not-yet-valid", "nbf"],
    ] as const) {
      const [finding] = findingsOf(code, payload({ [claim]: 100_000_000_000, exp: NOW * 1e6 }));
      expect(finding?.fix).toBe("Write 100000000, in seconds: the time is in milliseconds.");
      const [seconds] = findingsOf(code, payload({ [claim]: 99_999_999_999, exp: NOW * 1e6 }));
      expect(seconds?.pointer).toBe(`/${claim}`);
      expect(seconds?.fix).not.toMatch(/in seconds: the time/);
    }
  });
});

describe("a duration in place of a time", () => {
  it.each([10, 3600, 315_532_799])("has a fix that adds it to now: %d", (exp) => {
    const [finding] = findingsOf("expired", payload({ exp, nbf: 0 }));
    expect(finding?.fix).toBe(
      `Write now + ${exp}, such as Math.floor(Date.now() / 1000) + ${exp}: a time is a number of seconds since 1970, and ${exp} is a duration.`,
    );
  });

  it.each([1, 9, 315_532_800])("is not suspected of %d", (exp) => {
    const [finding] = findingsOf("expired", payload({ exp, nbf: 0 }));
    expect(finding?.fix).not.toMatch(/duration/);
  });
});

describe("a token that is still to come", () => {
  it("is reported with the servers that refuse it", () => {
    const [finding] = findingsOf("issued-in-future", payload({ iat: NOW + 61 }));
    expect(finding?.message).toBe("is in the future; servers 1.12.0 and older refuse the token until then");
    expect(found(payload({ iat: NOW + 60 }))).toEqual([]);
  });
});
