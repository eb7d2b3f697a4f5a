import { expect, it } from "vitest";
import { AccessTokenError } from "../../../src/index.js";
import { readClock } from "../../../src/issues/clock.js";

const invalid = (message: string) => new AccessTokenError("INVALID_ARGUMENT", message);

it.each<[unknown, string]>([
  [Number.NaN, "a number that is not finite"],
  [Number.POSITIVE_INFINITY, "a number that is not finite"],
  ["1", "a string"],
  [undefined, "undefined"],
])("a clock that returns %s is refused", (time, got) => {
  const message = `the clock must return the milliseconds since 1970; it returned ${got}`;
  expect(() => readClock(() => time as number)).toThrow(invalid(message));
});

it("a clock that throws is refused, and any finite number is a time", () => {
  const throwing = () => {
    throw new Error("no");
  };
  const message = "the clock must return the milliseconds since 1970; it threw an error";
  expect(() => readClock(throwing)).toThrow(invalid(message));
  expect([0, -1, 1.5].map((time) => readClock(() => time))).toEqual([0, -1, 1.5]);
});
