import { expect, it } from "vitest";
import { clockSkew, skewWords } from "../../../../src/lint/rules/clock-skew.js";

it.each([
  [0, undefined, undefined],
  [0.5, undefined, undefined],
  [60, "1 minute ahead", undefined],
  [-60, "1 minute behind", undefined],
  [61, "1 minute 1 second ahead", "the clock of this machine is 1 minute 1 second ahead"],
  [-61, "1 minute 1 second behind", "the clock of this machine is 1 minute 1 second behind"],
])("a clock that is %d seconds ahead is %s, and reported as: %s", (ahead, words, message) => {
  expect(skewWords(ahead)).toBe(words);
  const reported = message === undefined ? [] : [{ code: "clock-skew", path: [], words: { message } }];
  expect(clockSkew(ahead)).toMatchObject(reported);
  expect(clockSkew(ahead)).toHaveLength(reported.length);
});
