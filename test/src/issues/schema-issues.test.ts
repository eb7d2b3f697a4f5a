import { describe, expect, it } from "vitest";
import { validateClaims } from "../../../src/index.js";
import { createIssue } from "../../../src/issues/issue.js";
import { expectedType } from "../../../src/issues/schema-issues.js";

const messages = (claims: object) =>
  validateClaims({ exp: 1, iss: "k", ...claims }).map(({ pointer, message }) => `${pointer} ${message}`);

describe("the words of an issue", () => {
  it.each<[object, string]>([
    [{ video: { room: 5 } }, "/video/room must be a string; got a number"],
    [{ video: { hidden: "yes" } }, "/video/hidden must be a boolean; got a string"],
    [
      { custom: 1 },
      "/custom is not a member of Claims; put the identity into sub, and data of the application into attributes or metadata",
    ],
    [{ nam: "a" }, '/nam is not a member of Claims; did you mean "name"?'],
    [{ video: { zzzz: 1 } }, "/video/zzzz is not a member of VideoGrants"],
    [{ sub: "a", video: { roomJoin: true } }, "/video/room is required when video.roomJoin is true"],
    [{ sub: "a", video: { roomJoin: true, room: "" } }, "/video/room must not be empty when video.roomJoin is true"],
    [{ nbf: -1 }, "/nbf must be at least 0"],
    [{ exp: 1e13 }, "/exp must be a number of seconds since 1970, before the year 10000; divide milliseconds by 1000"],
  ])("for %j: %s", (claims, message) => {
    expect(messages(claims)).toContain(message);
  });

  it("quotes up to 40 characters of a value that is none of an enum", () => {
    const [long] = messages({ kind: "x".repeat(41) });
    expect(long).toMatch(/^\/kind must be one of .+; got "x{40}…"$/);
    expect(messages({ kind: "x".repeat(40) })[0]).toMatch(/; got "x{40}"$/);
    expect(messages({ kind: "agnt" })[0]).toMatch(/; got "agnt" \(did you mean "agent"\?\)$/);
    expect(messages({ kind: 5 })[0]).toMatch(/got a number$/);
  });

  it("names the type that is expected", () => {
    expect(expectedType(createIssue([], "type", "must be an object; got null"))).toBe("object");
    expect(expectedType(createIssue([], "type", "must be a string; got null"))).toBe("string");
    expect(expectedType(createIssue([], "enum", "must be a string; got null"))).toBeUndefined();
    expect(expectedType(createIssue([], "type", "it must be a string; got null"))).toBeUndefined();
  });
});
