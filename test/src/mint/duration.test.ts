import { describe, expect, it } from "vitest";
import { LAST_MOMENT } from "../../../src/json/last-moment.js";
import { toSeconds } from "../../../src/mint/duration.js";

describe("the seconds of a duration", () => {
  it.each([
    ...["1s", "1sec", "1secs", "1second", "1seconds", "1", "0.5"].map((text) => [text, 1]),
    ...["1m", "1min", "1mins", "1minute", "1minutes"].map((text) => [text, 60]),
    ...["1h", "1hr", "1hrs", "1hour", "1hours"].map((text) => [text, 3600]),
    ...["1d", "1day", "1days", "1 day"].map((text) => [text, 86_400]),
    ...["1w", "1week", "1weeks", "1 week"].map((text) => [text, 604_800]),
    ["1.25h", 4500],
    ["1h30m", 5400],
    ["1h 30m 1s", 5401],
    ["12", 12],
    ["10.25", 11],
    ["1.1m", 66],
    [LAST_MOMENT, LAST_MOMENT],
    [`${LAST_MOMENT}`, LAST_MOMENT],
  ])("of %j are %d", (duration, seconds) => {
    expect(toSeconds(duration)).toBe(seconds);
  });

  it.each([
    "",
    "x12",
    "0x12",
    "1e3",
    "12x",
    "1x2",
    "1.",
    "1.x",
    "-1",
    "1 2",
    "1h x",
    "1hm",
    "1 month",
    "0",
    LAST_MOMENT + 1,
    null,
  ])("are undefined for %j", (duration) => {
    expect(toSeconds(duration)).toBeUndefined();
  });
});
