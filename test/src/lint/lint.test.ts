import { describe, expect, it } from "vitest";
import type { Claims, Target } from "../../../src/index.js";
import { DEFAULT_LIMITS } from "../../../src/lint.js";
import { findingsOf, found, lintNow, payload } from "../../support/lint.js";
import { forge, NOW } from "../../support/tokens.js";

const joining = (more: object, claims: object = {}) =>
  payload({ video: { roomJoin: true, room: "r", ...more }, ...claims });

describe("names of members", () => {
  it("in another case are errors, by the case folding of Go", () => {
    const claims = payload({ "\u212aind": "agent", EXP: 1, Video: { roomjoin: true }, "\u017fub": "x", vidßeo: {} });
    expect(found(claims).sort()).toEqual([
      "member-case /EXP",
      "member-case /Video",
      "member-case /\u017fub",
      "member-case /\u212aind",
      "unknown-member /vidßeo",
    ]);
  });

  it("are reported with the intended name", () => {
    expect(lintNow(joining({ roomjoin: true, canPublishSource: [] }))).toEqual([
      {
        code: "member-case",
        severity: "error",
        path: ["video", "roomjoin"],
        pointer: "/video/roomjoin",
        message:
          'differs only in case from "roomJoin"; newer servers read it as that, and older servers and most SDKs ignore it',
        fix: 'Write "roomJoin".',
      },
      {
        code: "unknown-member",
        severity: "warning",
        path: ["video", "canPublishSource"],
        pointer: "/video/canPublishSource",
        message: 'is not a member of VideoGrants; did you mean "canPublishSources"?',
        fix: 'Write "canPublishSources".',
      },
    ]);
  });

  it("are checked in every grant", () => {
    const grants = ["sip", "agent", "inference", "observability", "agentEndpoint", "agentThread"];
    const claims = payload(Object.fromEntries(grants.map((name) => [name, { nothing: 1 }])));
    expect(found(claims).sort()).toEqual(grants.map((name) => `unknown-member /${name}/nothing`).sort());
  });
});

describe("duplicate members", () => {
  it.each<[string, string, string[]]>([
    ["at any depth", '{"a":[0,{"b":{"c":1,"d":[],"c":2}}],"a":1}', ["/a/1/b/c", "/a"]],
    ["in other escapes", '{"sub":"a","\\u0073ub":"b"}', ["/sub"]],
    ["but not in strings", String.raw`{"sub":"{\"a\":1,\"a\":2}","name":"\\","metadata":"\\\"a\":"}`, []],
    ["but not as values", '{"sub":"name","name":"sub","kindDetails":["sub","sub"]}', []],
    ["but not in different objects", '{"a":[{"b":1},{"b":2}],"b":{"a":{"b":3}}}', []],
    ["with names that objects inherit", '{"__proto__":1,"constructor":1,"__proto__":2}', ["/__proto__"]],
  ])("are found %s", (_, text, pointers) => {
    expect(findingsOf("duplicate-member", forge(text)).map(({ pointer }) => pointer)).toEqual(pointers);
  });
});

describe("joining", () => {
  it("requires a room and an identity", () => {
    expect(found(payload({ sub: "", video: { roomJoin: true } })).sort()).toEqual([
      "join-without-identity /sub",
      "join-without-room /video/room",
    ]);
  });

  it("without a room is reported beside many other findings", () => {
    const canPublishSources = Array.from({ length: 200 }, (_, index) => `source ${index}`);
    const codes = found(payload({ kind: "robot", video: { roomJoin: true, canPublishSources } }));
    expect(codes).toContain("join-without-room /video/room");
    expect(codes).toContain("unknown-value /kind");
    expect(codes.filter((line) => line.startsWith("unknown-source"))).toHaveLength(21);
  });

  it("takes the identity from jti when sub is empty", () => {
    expect(found(joining({}, { sub: "", jti: "bob", identity: "bob" }))).toEqual(["jti-as-identity /jti"]);
    expect(findingsOf("ignored-identity", joining({}, { sub: "alice", jti: "bob", identity: "bob" }))).toHaveLength(1);
  });
});

describe("times", () => {
  it("in milliseconds are in the far future", () => {
    const claims = payload({ exp: NOW * 1000, nbf: NOW * 1000 });
    expect(found(claims)).toEqual(["not-yet-valid /nbf", "long-lived /exp"]);
  });

  it("are reported in the words of the verifier", () => {
    expect(lintNow(payload({ exp: NOW - 60 }))[0]?.message).toBe("the token expired at 2025-12-31T23:59:00.000Z");
  });

  it("are compared with Date.now by default", () => {
    const now = Math.floor(Date.now() / 1000);
    expect(found(payload({ exp: now - 3600, nbf: 0 }), { clock: Date.now })).toEqual(["expired /exp"]);
  });
});

describe("limits", () => {
  const sizes = (more: Record<string, unknown>) =>
    findingsOf("over-limit", payload(more)).map(({ pointer }) => pointer);

  it.each<[string, (size: number) => Record<string, unknown>, number, string]>([
    ["the room", (size) => ({ video: { room: "r".repeat(size) } }), DEFAULT_LIMITS.roomName, "/video/room"],
    ["the identity", (size) => ({ sub: "a".repeat(size) }), DEFAULT_LIMITS.identity, "/sub"],
    ["jti for the identity", (size) => ({ sub: "", jti: "a".repeat(size) }), DEFAULT_LIMITS.identity, "/jti"],
    ["the name", (size) => ({ name: "a".repeat(size) }), DEFAULT_LIMITS.participantName, "/name"],
    ["the metadata", (size) => ({ metadata: "a".repeat(size) }), DEFAULT_LIMITS.metadata, "/metadata"],
    [
      "keys and values of attributes",
      (size) => ({ attributes: { k1: "v".repeat(size - 5), k: "vv" } }),
      DEFAULT_LIMITS.attributes,
      "/attributes",
    ],
  ])("apply to %s", (_, claims, limit, pointer) => {
    expect(sizes(claims(limit))).toEqual([]);
    expect(sizes(claims(limit + 1))).toEqual([pointer]);
  });

  it("default to those of livekit-server, and can be set by the option", () => {
    expect(DEFAULT_LIMITS).toEqual({
      roomName: 256,
      identity: 256,
      participantName: 256,
      metadata: 524_288,
      attributes: 65_536,
    });
    const claims = payload({ sub: "alice", name: "a".repeat(300) });
    expect(found(claims, { limits: { identity: 4, participantName: 0 } })).toEqual(["over-limit /sub"]);
  });

  it("count the bytes of UTF-8", () => {
    expect(lintNow(payload({ name: "\u{1f600}".repeat(65) }))[0]?.message).toBe(
      "has 260 bytes; the server takes at most 256",
    );
  });
});

describe("a target", () => {
  const checked: Claims[] = [];
  const issue = (...path: (string | number)[]) => ({
    path,
    pointer: `/${path.join("/")}`,
    keyword: "target-refuses",
    message: "is not known",
  });
  const target: Target = {
    name: "a server",
    check(claims) {
      checked.push(claims);
      return [issue("roomConfig", "tags"), issue("video", "destinationRoom"), issue("roomConfig", "emptyTimeout")];
    },
  };

  it("checks members at their default too, and reports only members that the token has", () => {
    const claims = payload({ roomConfig: { empty_timeout: 5, tags: {} } });
    expect(found(forge(claims), { target })).toEqual([
      "target-refuses /roomConfig/tags",
      "target-refuses /roomConfig/empty_timeout",
      "default-in-room-config /roomConfig/tags",
    ]);
    expect(checked.pop()).toMatchObject({ sub: "alice", name: "", roomConfig: { emptyTimeout: 5, tags: {} } });
  });

  it("does not check claims that no verifier accepts", () => {
    expect(found(payload({ roomConfig: 5 }), { target })).toEqual(["invalid-claims /roomConfig"]);
    expect(checked).toEqual([]);
  });
});

it("never includes the secret in a finding", () => {
  const findings = lintNow(forge(payload()), { secret: "hunter2" });
  expect(findings).not.toEqual([]);
  expect(JSON.stringify(findings)).not.toContain("hunter2");
});
