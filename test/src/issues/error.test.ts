import { runInNewContext } from "node:vm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { AccessToken, AccessTokenError, validateClaims } from "../../../src/index.js";
import { issuesError } from "../../../src/issues/error.js";
import { createIssue } from "../../../src/issues/issue.js";
import { failure, issuesOf, KEY, SECRET } from "../../support/tokens.js";

const token = AccessToken.withApiKey(KEY, SECRET);

// Other tests must not load the copies of modules that a test here has loaded.
afterEach(() => {
  vi.resetModules();
});

describe("AccessTokenError.is", () => {
  it("recognizes errors of another copy of the package, and the other way round", async () => {
    vi.resetModules();
    const copy = await import("../../../src/index.js");
    expect(copy.AccessTokenError).not.toBe(AccessTokenError);
    const ours = new AccessTokenError("EXPIRED", "m");
    const theirs = new copy.AccessTokenError("EXPIRED", "m");
    expect([theirs instanceof AccessTokenError, AccessTokenError.is(theirs)]).toEqual([false, true]);
    expect([AccessTokenError.is(ours), copy.AccessTokenError.is(ours)]).toEqual([true, true]);
  });

  it("recognizes errors of another version of the package", () => {
    const theirs = Object.defineProperty(new Error("m"), Symbol.for("livekit-claims.AccessTokenError"), {
      value: true,
    });
    expect(AccessTokenError.is(theirs)).toBe(true);
  });

  it("returns false for any other value, and never throws", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const lookalike = { name: "AccessTokenError", code: "EXPIRED", message: "m", issues: [] };
    const others = [
      undefined,
      null,
      "EXPIRED",
      1,
      {},
      lookalike,
      new Error("m"),
      runInNewContext("new Error()"),
      proxy,
    ];
    expect(others.map((value) => AccessTokenError.is(value))).toEqual(others.map(() => false));
  });

  it("does not change an error", () => {
    const error = new AccessTokenError("EXPIRED", "m");
    expect(Reflect.ownKeys(error).sort()).toEqual(["code", "issues", "message", "stack"]);
  });
});

it("an error has the name of its class", () => {
  expect(String(new AccessTokenError("EXPIRED", "too late"))).toBe("AccessTokenError: too late");
});

describe("the message of an error", () => {
  it("lists the issues, each after the first 120 characters of its pointer", () => {
    const [whole, long] = ["a".repeat(119), "b".repeat(120)];
    const issues = [
      createIssue([whole], "k", "is odd"),
      createIssue([long], "k", "is even"),
      createIssue([], "k", "and more"),
    ];
    const { message } = issuesError("INVALID_CLAIMS", "the claims are invalid", issues);
    expect(message).toBe(`the claims are invalid: /${whole} is odd; /${long.slice(1)}… is even; and more`);
  });

  it.each([
    ["a C1 control", "\u009b31m", String.raw`\u009b31m`],
    ["a bidi override", "\u202egnp", String.raw`\u202egnp`],
    ["a bidi isolate", "\u2066x", String.raw`\u2066x`],
    ["a line separator", "a\u2028b", String.raw`a\u2028b`],
    ["a line feed", "a\nb", String.raw`a\nb`],
    ["DEL", "\u007f", String.raw`\u007f`],
  ])("escapes %s in names of members and in values", async (_, text, escaped) => {
    const { message, issues } = await failure(
      token.withClaims({ kind: `k${text}`, [`m${text}`]: 1 } as object).toJwt(),
    );
    expect(message).not.toContain(text);
    expect(message).toContain(`/m${escaped} `);
    expect(message).toContain(`"k${escaped}"`);
    expect(issues.map(({ path }) => path)).toContainEqual([`m${text}`]);
    expect(issues.map((issue) => issue.message).join()).not.toContain(text);
  });
});

it("freezes issues, since errors may share them", async () => {
  const issues = [
    ...(await issuesOf(token.withTtl(-1).toJwt())),
    ...validateClaims({ sub: 5, video: { roomName: "r" } }),
  ];
  for (const issue of issues) {
    expect(Object.isFrozen(issue) && Object.isFrozen(issue.path)).toBe(true);
    expect(() => Object.assign(issue, { message: "x" })).toThrow(TypeError);
  }
  const { issues: list } = await failure(token.withTtl(-1).toJwt());
  expect(() => (list as unknown[]).push(1)).toThrow(TypeError);
});
