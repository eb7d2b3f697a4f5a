import { describe, expect, it } from "vitest";
import { checkClaims, type ValidatorError } from "../../../generated/validators.js";
import { validateClaims } from "../../../src/index.js";
import { createIssue } from "../../../src/issues/issue.js";
import { expectedType, schemaIssues, unknownMember } from "../../../src/issues/schema-issues.js";
import type { Path } from "../../../src/json/path.js";

const wordsOf = (claims: object) =>
  validateClaims({ exp: 1, iss: "k", ...claims }).map(({ pointer, message }) => `${pointer} ${message}`);

describe("the words of an issue", () => {
  const beside = (earlier: string) => `must not be set beside ${earlier}: at most one of s3, gcp, azure, aliOSS may be`;
  const joining = { sub: "a", video: { roomJoin: true, room: "r" } };
  it.each<[object, ...string[]]>([
    [{ video: { room: 5 } }, "/video/room must be a string; got a number"],
    [{ video: { hidden: "yes" } }, "/video/hidden must be a boolean; got a string"],
    [
      { custom: 1 },
      "/custom is not a member of Claims; put the identity into sub, and data of the application into attributes or metadata",
    ],
    [{ nam: "a" }, '/nam is not a member of Claims; did you mean "name"?'],
    [{ video: { zzzz: 1 } }, "/video/zzzz is not a member of VideoGrants"],
    [{ ...joining, exp: undefined, iss: undefined }, "/exp is required", "/iss is required"],
    [{ sub: "a", video: { roomJoin: true } }, "/video/room is required when video.roomJoin is true"],
    [{ sub: "a", video: { roomJoin: true, room: "" } }, "/video/room must not be empty when video.roomJoin is true"],
    [{ video: { roomJoin: true, room: "r" } }, "/sub is required when video.roomJoin is true"],
    [{ nbf: -1 }, "/nbf must be at least 0"],
    [{ exp: 1e13 }, "/exp must be a number of seconds since 1970, before the year 10000; divide milliseconds by 1000"],
    [
      { roomConfig: { egress: { tracks: { gcp: {}, azure: {}, aliOSS: {} } } } },
      `/roomConfig/egress/tracks/azure ${beside("gcp")}`,
      `/roomConfig/egress/tracks/aliOSS ${beside("gcp")}`,
    ],
  ])("for %j: %s", (claims, ...words) => {
    expect(wordsOf(claims)).toEqual(words);
  });

  it("quotes up to 40 characters of a value that is none of an enum", () => {
    const [long] = wordsOf({ kind: "x".repeat(41) });
    expect(long).toMatch(/^\/kind must be one of .+; got "x{40}…"$/);
    expect(wordsOf({ kind: "x".repeat(40) })[0]).toMatch(/; got "x{40}"$/);
    expect(wordsOf({ kind: "agnt" })[0]).toMatch(/; got "agnt" \(did you mean "agent"\?\)$/);
    expect(wordsOf({ kind: 5 })[0]).toMatch(/got a number$/);
  });

  it("names the type that is expected", () => {
    expect(expectedType(createIssue([], "type", "must be an object; got null"))).toBe("object");
    expect(expectedType(createIssue([], "type", "must be a string; got null"))).toBe("string");
    expect(expectedType(createIssue([], "enum", "must be a string; got null"))).toBeUndefined();
    expect(expectedType(createIssue([], "type", "it must be a string; got null"))).toBeUndefined();
  });
});

describe("an unknown member", () => {
  it.each<[string, Path, string, string | undefined]>([
    ["a claim that is misspelled", [], "metdata", "metadata"],
    ["a member of a grant that lacks a word", ["video"], "admin", "roomAdmin"],
    ["a member of a grant, beside a claim of a similar name", [], "room", undefined],
    ["a claim, in a grant that has a member of a similar name", ["agentEndpoint"], "agent", "agentName"],
    ["a member of the room configuration, in a grant that has one of a similar name", ["video"], "agents", undefined],
    [
      "a member of a message that is misspelled like a member of a grant",
      ["roomConfig", "agents", 0],
      "threadIds",
      "threadId",
    ],
  ])("suggests what was probably meant: %s", (_, path, name, suggestion) => {
    expect(unknownMember(path, name, "Claims").suggestion).toBe(suggestion);
  });

  it("belongs into attributes only if it is a claim", () => {
    expect(unknownMember([], "zzzz", "Claims").message).toMatch(
      /^is not a member of Claims; .*data of the application into attributes or metadata$/,
    );
    expect(unknownMember([], "room", "Claims").message).toBe("is not a member of Claims; it is a member of video");
    expect(unknownMember([], "zzzz", "RoomConfiguration").message).toBe("is not a member of RoomConfiguration");
  });

  it("may be in a room configuration of its own", () => {
    expect(unknownMember(["agents", 0], "threadIds", "RoomConfiguration").suggestion).toBe("threadId");
  });
});

describe("the errors of a validator", () => {
  it.each<[string, object, Partial<ValidatorError>, string]>([
    ["of a keyword without words", {}, { keyword: "pattern" }, 'breaks the rule "pattern" of the schema'],
    [
      "for a member that is required whatever another is",
      { video: { roomJoin: false } },
      { keyword: "required", instancePath: "/video", params: { missingProperty: "room" } },
      "is required",
    ],
    [
      "for a member that only another object requires beside such a member",
      { agent: { roomJoin: true } },
      { keyword: "required", instancePath: "/agent", params: { missingProperty: "room" } },
      "is required",
    ],
  ])("have words: %s", (_, value, error, message) => {
    const errors = [{ instancePath: "", keyword: "", params: {}, ...error }];
    const validate = Object.assign(() => false, { errors });
    expect(schemaIssues(validate, value, "Claims")).toMatchObject([{ keyword: error.keyword, message }]);
  });

  it("are all returned, each with a path of its own, the first hundred in words", () => {
    const attributes = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`a${index}`, index]));
    const issues = schemaIssues(checkClaims, { exp: 1, iss: "k", attributes }, "Claims");
    expect(issues.map(({ message }) => message)).toEqual([
      ...Array(100).fill("must be a string; got a number"),
      ...Array(50).fill(""),
    ]);
    expect(new Set(issues.map(({ pointer }) => pointer)).size).toBe(150);
  });
});
