import { describe, expect, it } from "vitest";
import { AccessTokenError, buildClaims } from "../../../src/index.js";
import { issuesOf } from "../../../src/targets/issues-of.js";
import { KEY, NOW } from "../../support/tokens.js";

const claims = buildClaims({ exp: NOW, iss: KEY });
const issuesOfCheck = (check: () => unknown) => issuesOf({ name: "a server", check: check as never }, claims);
const invalid = (message: string) => new AccessTokenError("INVALID_ARGUMENT", message);

describe("the issues of a target", () => {
  it("are copies of plain data, in which only indices are numbers", () => {
    const text = (value: string) => ({ toString: () => value });
    const issue = { path: ["a", 0, text("b"), "1"], keyword: text("k"), message: text("m"), suggestion: text("s") };
    const copied = issuesOfCheck(() => [issue, { path: [], keyword: "k", message: "m" }]);
    expect(copied).toEqual([
      { path: ["a", 0, "b", "1"], pointer: "/a/0/b/1", keyword: "k", message: "m", suggestion: "s" },
      { path: [], pointer: "", keyword: "k", message: "m" },
    ]);
    expect(copied[0]?.path).not.toBe(issue.path);
  });

  it.each([undefined, null, "text", {}, { length: 0 }, [null]])("are no %j", (returned) => {
    const message = "the check of the target must return an array of issues";
    expect(() => issuesOfCheck(() => returned)).toThrow(invalid(message));
  });

  it("are an error when the check throws", () => {
    const throwing = () => {
      throw new Error("no");
    };
    expect(() => issuesOfCheck(throwing)).toThrow(invalid("the check of the target threw an error"));
  });
});
