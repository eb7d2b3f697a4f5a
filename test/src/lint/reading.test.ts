import { describe, expect, it } from "vitest";
import { Claims } from "../../../src/index.js";
import { read } from "../../../src/lint/reading.js";
import { findingsOf, found, lintNow, payload } from "../../support/lint.js";
import { base64url, forge, SEED_TOKEN } from "../../support/tokens.js";

const roomConfig = { empty_timeout: "5", egress: { room: { file_outputs: [{ file_type: 1 }, { fileType: "x" }] } } };
const token = forge(payload({ roomConfig }));

describe("a reading", () => {
  it("has the claims that fromUnverified returns", () => {
    for (const each of [token, SEED_TOKEN]) {
      expect(read(each).content?.claims).toEqual(Claims.fromUnverified(each));
    }
  });

  it("has the raw and the normalized payload", () => {
    const { payload: raw, content } = read(token);
    expect(raw).toEqual(payload({ roomConfig }));
    expect(content?.normalized.roomConfig).toMatchObject({ emptyTimeout: 5 });
  });

  it("has the same claims for a payload as for its token", () => {
    expect(read(payload({ roomConfig })).content?.claims).toEqual(read(token).content?.claims);
  });

  it("has the payload, but no content, of a token that verifiers cannot read", () => {
    const [header = "", body = ""] = token.split(".");
    for (const text of [`${header}.${body}`, `${header}.${body}==.x`]) {
      expect(read(text)).toMatchObject({ payload: { sub: "alice" }, content: undefined });
    }
    expect(read(`${base64url("[]")}.${body}.x`).header).toBeUndefined();
  });

  it("reads the token behind an HTTP scheme, and has the error for the scheme", () => {
    const { around, content, formErrors } = read(`Bearer ${token}`);
    expect(around?.message).toContain('"Bearer "');
    expect(formErrors).toEqual([]);
    expect(content?.claims?.sub).toBe("alice");
  });
});

describe("a text that is no token alone", () => {
  const other = forge(payload({ sub: "bob" }));
  it.each<[string, string, string, string]>([
    [
      "of two tokens",
      `${token} ${other}`,
      "the text holds 2 tokens; the first is looked at",
      "Pass one token at a time.",
    ],
    [
      "of claims",
      JSON.stringify(payload()),
      "the text is the JSON of claims, not a token: nobody signed it",
      "Sign it with AccessToken, or pass the object of JSON.parse to look at the claims.",
    ],
  ])("%s is looked at all the same", (_, text, message, fix) => {
    expect(read(text)).toMatchObject({ reason: { message, fix }, payload: { sub: "alice" } });
    expect(found(text)).toContain("not-a-token ");
  });

  it("has a finding about what is around it", () => {
    expect(read(`Bearer ${token}`).around?.intact).toBe(false);
    expect(findingsOf("malformed-token", `Bearer ${token}`)).toMatchObject([{ pointer: "" }]);
  });
});

describe("claims that are no object, or not JSON", () => {
  it.each<[string, unknown, string]>([
    ["a number", 5, "must be an object; got a number"],
    ["null", null, "must be an object; got null"],
    ["a list", [], "must be an object; got an array"],
    ["a function", () => 0, "must be JSON; got a function"],
  ])("are reported: %s", (_, claims, message) => {
    expect(lintNow(claims)).toMatchObject([{ code: "invalid-claims", pointer: "", message }]);
  });

  it("are reported when they cannot be read", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(lintNow(proxy)).toMatchObject([
      { code: "invalid-claims", message: expect.stringContaining("cannot be read") },
    ]);
  });

  it("are reported by their members", () => {
    expect(found(payload({ name: 1n }))).toEqual(["invalid-claims /name"]);
    expect(found(payload({ name: "\ud800" }))).toEqual(["lone-surrogate /name"]);
    expect(found(forge(JSON.stringify(payload({ name: "\ud800", exp: 5 })).replace(":5,", ":1e999,")))).toEqual(
      expect.arrayContaining(["lone-surrogate /name", "invalid-claims /exp"]),
    );
  });
});

describe("rawPath", () => {
  const rawPath = (config: unknown, ...path: (string | number)[]) =>
    read(payload({ roomConfig: config }))
      .content?.roomConfig.rawPath(["roomConfig", ...path])
      .slice(1);

  it("has the spelling of the token at each step", () => {
    expect(rawPath(roomConfig, "emptyTimeout")).toEqual(["empty_timeout"]);
    expect(rawPath(roomConfig, "egress", "room", "fileOutputs", 0, "fileType")).toEqual([
      ...["egress", "room", "file_outputs", 0, "file_type"],
    ]);
    expect(rawPath(roomConfig, "egress", "room", "fileOutputs", 1, "fileType")).toEqual([
      ...["egress", "room", "file_outputs", 1, "fileType"],
    ]);
  });

  it("returns the path unchanged when the token has no such member", () => {
    expect(rawPath(roomConfig, "tags", "a_b")).toEqual(["tags", "a_b"]);
    expect(read(payload({ roomConfig })).content?.roomConfig.rawPath(["video", "room"])).toEqual(["video", "room"]);
  });

  it("has the decoded one of two spellings", () => {
    expect(rawPath({ empty_timeout: 1, emptyTimeout: 2 }, "emptyTimeout")).toEqual(["emptyTimeout"]);
    expect(rawPath({ emptyTimeout: 1, empty_timeout: 2 }, "emptyTimeout")).toEqual(["empty_timeout"]);
    expect(rawPath({ empty_timeout: 1, emptyTimeout: null }, "emptyTimeout")).toEqual(["empty_timeout"]);
  });
});
