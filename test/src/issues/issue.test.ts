import { describe, expect, it } from "vitest";
import { AccessToken, Claims, type ClaimsInit, validateClaims } from "../../../src/index.js";
import { createIssue, toIssues } from "../../../src/issues/issue.js";
import { type Fault, PLACED_FAULTS } from "../../../src/json/snapshot.js";
import { clock, failure, forge, issuesOf, KEY, pointersOf, SECRET } from "../../support/tokens.js";

const token = AccessToken.withApiKey(KEY, SECRET);

/** Bypasses the types, as a caller in JavaScript does. */
const withClaims = (claims: unknown): AccessToken => token.withClaims(claims as ClaimsInit);
const mint = (claims: unknown): Promise<string> => withClaims(claims).toJwt({ clock });

describe("many issues", () => {
  it("are reported together, for all methods", async () => {
    const draft = withClaims({ kind: "Agent", exp: "soon" })
      .withTtl(-1)
      .withGrants({ roomJoin: true, roomName: "r" } as object)
      .withAttributes({ a: 1 } as object as Record<string, string>)
      .withName("\udc00");
    expect((await pointersOf(draft.toJwt({ clock }))).sort()).toEqual(
      ["/attributes/a", "/exp", "/kind", "/name", "/sub", "/ttl", "/video/room", "/video/roomName"].sort(),
    );
  });

  it.each([
    [20, 0],
    [21, 1],
    [500, 480],
  ])("of %i are limited to twenty, with the number of others: %i", async (count, more) => {
    const attributes = Object.fromEntries(Array.from({ length: count }, (_, index) => [`a${index}`, index]));
    const issues = await issuesOf(mint({ attributes }));
    expect(issues.slice(0, 20).map(({ pointer }) => pointer)).toEqual(
      Array.from({ length: 20 }, (_, index) => `/attributes/a${index}`),
    );
    expect(issues.slice(20)).toEqual(
      more === 0 ? [] : [{ path: [], pointer: "", keyword: "more", message: `and ${more} more` }],
    );
  });

  it.each<[string, number, () => unknown]>([
    ["to be minted", 90_000, () => mint({ attributes: { ...new Array(90_000).fill(0) } })],
    ["in a token", 60_000, () => Claims.fromUnverified(forge({ kindDetails: new Array(60_000).fill(0) }))],
    [
      "in a token's room",
      60_000,
      () => Claims.fromUnverified(forge({ roomConfig: { agents: new Array(60_000).fill(0) } })),
    ],
  ])("beyond any size are counted: %s", async (_, count, attempt) => {
    const { code, issues } = await failure(attempt);
    expect([code, issues.length, issues.at(-1)?.message]).toEqual(["INVALID_CLAIMS", 21, `and ${count - 20} more`]);
  });

  it("are counted where several calls have more of them than are worded", async () => {
    const many = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`a${index}`, () => 0]));
    const draft = token.withAttributes(many as never).withRoomConfig({ tags: many } as never);
    expect((await issuesOf(draft.toJwt({ clock }))).at(-1)?.message).toBe("and 280 more");
  });

  it("are counted where a value is no JSON and invalid besides", () => {
    const values = (value: unknown) => Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`a${i}`, value]));
    const value = { attributes: values(5), roomConfig: { tags: values("\ud800") } };
    expect(validateClaims(value, { profile: "input" }).at(-1)?.message).toBe("and 280 more");
    expect(validateClaims(value, { profile: "decode" }).at(-1)?.message).toBe("and 280 more");
  });

  it("include each one that could not be read, however late it comes", () => {
    const fault = (keyword: Fault["keyword"], index: number): Fault => ({
      path: [index],
      keyword,
      message: "is wrong",
    });
    const faults = Array.from({ length: PLACED_FAULTS + 1 }, (_, index) => fault("json", index));
    expect(toIssues([...faults, fault("unreadable", 1_000)]).slice(-3)).toMatchObject([
      { path: [PLACED_FAULTS - 1], keyword: "json", message: "is wrong" },
      { path: [PLACED_FAULTS], keyword: "more" },
      { path: [1_000], keyword: "unreadable", message: "is wrong" },
    ]);
  });

  it("are reported before secrets", async () => {
    const roomConfig = { egress: { tracks: { gcp: { credentials: "x" } } } };
    const error = await failure(mint({ roomConfig, sub: 5 }));
    expect([error.code, error.issues.map(({ pointer }) => pointer)]).toEqual(["INVALID_CLAIMS", ["/sub"]]);
    expect(await failure(mint({ roomConfig }))).toMatchObject({ code: "SENSITIVE_CREDENTIALS" });
  });
});

it("an issue has a suggestion only if there is one", () => {
  const issue = { path: ["a"], pointer: "/a", keyword: "k", message: "m" };
  expect(createIssue(["a"], "k", "m")).toStrictEqual(issue);
  expect(createIssue(["a"], "k", "m", "b")).toStrictEqual({ ...issue, suggestion: "b" });
});

describe("values other than those of enums are not part of a message", () => {
  const value = "hunter2";
  it.each([
    [{ video: value }],
    [{ video: { roomJoin: value, canPublishSources: value } }],
    [{ attributes: { a: [value] } }],
    [{ attributes: { a: `${value}\ud800` } }],
    [{ exp: value, nbf: value, iat: value, iss: value }],
    [{ roomConfig: { emptyTimeout: value, agents: value, egress: { tracks: { s3: value } }, unknown: value } }],
    [{ roomConfig: value, agent: { admin: value } }],
    [{ unknown: { [value]: value } }],
    [value],
  ])("%j", async (claims) => {
    const error = await failure(mint(claims));
    expect(error.code).toBe("INVALID_CLAIMS");
    expect(`${error.message} ${JSON.stringify(error.issues)} ${error.stack}`).not.toContain(value);
  });
});

describe("awkward member names", () => {
  it("are preserved as attributes", async () => {
    const attributes = JSON.parse('{"__proto__":"p","constructor":"c","toString":"t","a/b~c":"s","":"e"}');
    const read = Claims.fromUnverified(await token.withAttributes(attributes).toJwt()).attributes;
    expect(Object.entries(read)).toEqual(Object.entries(attributes));
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  });

  it("are rejected as claims and grants, and grant nothing", async () => {
    const claims = '{"__proto__":{"sub":"x"},"constructor":1,"video":{"__proto__":{"roomAdmin":true},"toString":1}}';
    expect((await pointersOf(mint(JSON.parse(claims)))).sort()).toEqual(
      ["/__proto__", "/constructor", "/video/__proto__", "/video/toString"].sort(),
    );
  });

  it("are escaped in the pointer and literal in the path", async () => {
    const attributes = { "a/b~c": 1, "~1": 2, "": 3, "0": 4 };
    const issues = await issuesOf(mint({ attributes }));
    expect(issues.map(({ pointer, path }) => [pointer, path[1]])).toEqual([
      ["/attributes/0", "0"],
      ["/attributes/a~1b~0c", "a/b~c"],
      ["/attributes/~01", "~1"],
      ["/attributes/", ""],
    ]);
  });

  it("do not add lines to a message", async () => {
    const { message } = await failure(mint({ [`x\n\u001b[31m${"y".repeat(1000)}`]: 1 }));
    expect(message).toContain(String.raw`/x\n\u001b[31myyy`);
    expect(message.length).toBeLessThan(300);
  });
});
