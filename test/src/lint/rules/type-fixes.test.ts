import { describe, expect, it } from "vitest";
import { findingsOf, payload } from "../../../support/lint.js";

describe("a value of the wrong type", () => {
  it.each<[object, string]>([
    [{ video: { roomJoin: "x" } }, "Write true or false, without quotes."],
    [{ video: { roomJoin: 1 } }, "Write true or false."],
    [{ sub: {} }, "Write text: JSON.stringify(…) turns an object or a list into text."],
    [{ sub: 5 }, "Write text, in quotes: String(…) turns a number into text."],
    [{ sub: true }, "Write text, in quotes: String(…) turns a number into text."],
    [{ exp: "x" }, "Write a number of seconds since 1970, such as Math.floor(Date.now() / 1000) + 3600."],
    [{ nbf: "x" }, "Write a number of seconds since 1970, such as Math.floor(Date.now() / 1000) + 3600."],
    [{ iat: {} }, "Write a number of seconds since 1970, such as Math.floor(Date.now() / 1000) + 3600."],
    [{ kindDetails: "x" }, "Write a list, in brackets, also for a single element."],
    [{ video: '{"a":1}' }, "Write the object itself: leave out JSON.stringify(…)."],
    [{ video: "x" }, "Write an object, in braces."],
    [{ video: [] }, "Write an object, in braces, and not a list."],
    [{ video: 5 }, "Write an object, in braces."],
    [{ attributes: [] }, "Write an object, in braces, and not a list."],
    [{ roomConfig: { emptyTimeout: true } }, "Write a number, without quotes."],
    [{ roomConfig: { agents: {} } }, "Write a list, in brackets, also for a single element."],
    [{ roomConfig: { tags: { a: 5 } } }, "Write text, in quotes: String(…) turns a number into text."],
    [{ video: { canPublishSources: [5] } }, "Write text, in quotes: String(…) turns a number into text."],
  ])("%j has the fix: %s", (claims, fix) => {
    expect(findingsOf("invalid-claims", payload({ ...claims }))).toMatchObject([{ fix }]);
  });
});
