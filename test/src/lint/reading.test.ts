import { describe, expect, it } from "vitest";
import { Claims } from "../../../src/index.js";
import { read } from "../../../src/lint/reading.js";
import { payload } from "../../support/lint.js";
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
