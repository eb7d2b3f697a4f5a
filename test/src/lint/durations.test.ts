import { describe, expect, it } from "vitest";
import { calendar, duration, fromNow } from "../../../src/lint/durations.js";

const [MINUTE, HOUR, DAY, YEAR] = [60, 3600, 86_400, 31_536_000];

describe("a duration in words", () => {
  it.each([
    [0, ""],
    [0.9, ""],
    [1, "1 second"],
    [1.4, "1 second"],
    [59.4, "59 seconds"],
    [59.9, "1 minute"],
    [MINUTE, "1 minute"],
    [MINUTE + 1, "1 minute 1 second"],
    [9 * MINUTE + 59, "9 minutes 59 seconds"],
    [10 * MINUTE + 29, "10 minutes"],
    [59 * MINUTE + 59.9, "1 hour"],
    [HOUR + 30 * MINUTE, "1 hour 30 minutes"],
    [9 * HOUR + 29, "9 hours"],
    [10 * HOUR + 29 * MINUTE, "10 hours"],
    [DAY, "1 day"],
    [2 * DAY + HOUR, "2 days 1 hour"],
    [YEAR, "1 year"],
    [9 * YEAR + DAY, "9 years 1 day"],
    [10 * YEAR + 100 * DAY, "10 years"],
  ])("of %d seconds is %j", (seconds, words) => {
    expect(duration(seconds)).toBe(words);
  });
});

it("a distance has a direction", () => {
  expect([5400, -180, 0, 0.5].map(fromNow)).toEqual(["in 1 hour 30 minutes", "3 minutes ago", "now", "now"]);
});

it("a moment is in UTC, or in seconds where Date ends", () => {
  expect([0, 1.5, 1e20].map(calendar)).toEqual([
    "1970-01-01T00:00:00Z",
    "1970-01-01T00:00:01.500Z",
    "100000000000000000000 seconds after 1970",
  ]);
});
