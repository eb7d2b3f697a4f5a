import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { enums } from "../../../generated/shapes.js";
import { emitLintDoc } from "../../../scripts/emit/docs/lint-doc.js";
import type { Target } from "../../../src/index.js";
import type { Refuser } from "../../../src/lint/finding.js";
import { findDrafts } from "../../../src/lint/lint.js";
import { contextOf } from "../../../src/lint/options.js";
import { read } from "../../../src/lint/reading.js";
import { FINDINGS, type FindingCode, type LintOptions } from "../../../src/lint.js";
import { findingsOf, found, payload } from "../../support/lint.js";
import { base64url, clock, forge, NOW, SECRET } from "../../support/tokens.js";

type Example = readonly [tokenOrClaims: unknown, options?: LintOptions];
interface Case {
  /** The pointer of the finding. */
  readonly at: string;
  readonly in: Example;
  /** A similar input without the finding. */
  readonly notIn: Example;
}

const target = (keyword: string): Target => ({
  name: "a server",
  check: () => [{ path: ["sub"], pointer: "/sub", keyword, message: "is not known to a server" }],
});
const joining = (more: object, claims: object = {}) => payload({ video: { roomJoin: true, ...more }, ...claims });
const configured = (roomConfig: unknown) => payload({ roomConfig });
const without = (name: string) => Object.fromEntries(Object.entries(payload()).filter(([other]) => other !== name));
const tracks = (output: object) => configured({ egress: { tracks: output } });

/** The findings of lint. Only the command line checks the signature. */
type Found = Exclude<FindingCode, "wrong-signature" | "clock-skew" | "token-in-text">;

const CASES: Readonly<Record<Found, Case>> = {
  "malformed-token": { at: "", in: [`${forge(payload())}=`], notIn: [forge(payload())] },
  "not-a-token": { at: "", in: ["[object Promise]"], notIn: ["object.Promise.text"] },
  "unsupported-algorithm": {
    at: "",
    in: [forge(payload(), { header: { alg: "RS256" } })],
    notIn: [forge(payload(), { header: { alg: "HS256" } })],
  },
  "invalid-claims": { at: "/video/roomJoin", in: [joining({ roomJoin: "yes" })], notIn: [joining({ roomJoin: true })] },
  "null-claim": { at: "/video/room", in: [joining({ room: null })], notIn: [configured({ name: null })] },
  "lone-surrogate": { at: "/name", in: [payload({ name: "a\ud800" })], notIn: [payload({ name: "a\ud83d\ude00" })] },
  "duplicate-member": {
    at: "/video",
    in: [forge('{"iss":"k","exp":1,"video":{"roomList":true},"video":{}}')],
    notIn: [forge('{"iss":"k","exp":1,"video":{},"sip":{"video":1},"Video":[{"a":1},{"a":1}]}')],
  },
  "missing-iss": { at: "/iss", in: [without("iss")], notIn: [payload()] },
  "other-key": {
    at: "/iss",
    in: [payload(), { apiKey: "devkey" }],
    notIn: [payload({ iss: "devkey" }), { apiKey: "devkey" }],
  },
  "swapped-keys": {
    at: "/iss",
    in: [payload({ iss: "hunter2" }), { secret: "hunter2" }],
    notIn: [payload({ iss: "hunter" }), { secret: "hunter2" }],
  },
  "secret-in-token": {
    at: "/metadata",
    in: [payload({ metadata: `{"key":"${SECRET}"}` }), { secret: SECRET }],
    notIn: [payload({ metadata: SECRET.slice(1) }), { secret: SECRET }],
  },
  "key-like-secret": { at: "/iss", in: [payload({ iss: "k".repeat(32) })], notIn: [payload({ iss: "k".repeat(31) })] },
  "invalid-audience": { at: "/aud", in: [payload({ aud: null })], notIn: [payload({ video: { aud: "x" } })] },
  "missing-exp": { at: "/exp", in: [without("exp")], notIn: [payload()] },
  expired: { at: "/exp", in: [payload({ exp: NOW - 60 })], notIn: [payload({ exp: NOW - 59 })] },
  "not-yet-valid": { at: "/nbf", in: [payload({ nbf: NOW + 61 })], notIn: [payload({ nbf: NOW + 60 })] },
  "issued-in-future": { at: "/iat", in: [payload({ iat: NOW + 61 })], notIn: [payload({ iat: NOW + 60 })] },
  "long-lived": { at: "/exp", in: [payload({ exp: NOW + 86_401 })], notIn: [payload({ exp: NOW + 86_400 })] },
  "inexact-time": { at: "/iat", in: [payload({ iat: NOW + 0.5 })], notIn: [payload({ iat: NOW })] },
  "member-case": { at: "/video/ROOM", in: [joining({ ROOM: "r" })], notIn: [joining({ room_: "r" })] },
  "unknown-member": { at: "/video/roomName", in: [joining({ roomName: "r" })], notIn: [joining({ room: "r" })] },
  "misplaced-member": {
    at: "/video/metadata",
    in: [joining({ room: "r", metadata: "m" })],
    notIn: [joining({ room: "r" }, { metadata: "m" })],
  },
  "ignored-identity": { at: "/identity", in: [payload({ identity: "bob" })], notIn: [payload({ identity: "alice" })] },
  "join-without-room": { at: "/video/room", in: [joining({ room: "" })], notIn: [joining({ room: "r" })] },
  "join-without-identity": {
    at: "/sub",
    in: [joining({ room: "r" }, { sub: "" })],
    notIn: [joining({ roomJoin: false }, { sub: "" })],
  },
  "admin-without-room": {
    at: "/video/roomAdmin",
    in: [payload({ video: { roomAdmin: true, room: "" } })],
    notIn: [payload({ video: { roomAdmin: true, room: "r" } })],
  },
  "destination-without-admin": {
    at: "/video/destinationRoom",
    in: [joining({ room: "r", destinationRoom: "d" })],
    notIn: [joining({ room: "r", destinationRoom: "d", roomAdmin: true })],
  },
  "permits-nothing": {
    at: "",
    in: [{ ...payload({ video: { canPublish: true, hidden: true } }), sha256: "" }],
    notIn: [{ ...payload({ observability: { write: true } }), sha256: "" }],
  },
  "project-wide-grant": {
    at: "/sip/admin",
    in: [joining({ room: "r" }, { sip: { admin: true } })],
    notIn: [joining({ roomJoin: false, roomAdmin: true, room: "r" }, { sip: { admin: true } })],
  },
  "large-token": {
    at: "",
    in: [forge(payload({ metadata: "m".repeat(6_000) }))],
    notIn: [forge(payload({ metadata: "m".repeat(5_800) }))],
  },
  "jti-as-identity": { at: "/jti", in: [payload({ sub: "", jti: "1" })], notIn: [payload({ jti: "1" })] },
  "stringified-nothing": {
    at: "/sub",
    in: [payload({ sub: "undefined" })],
    notIn: [payload({ sub: "undefined-1", name: "undefined" })],
  },
  "source-case": {
    at: "/video/canPublishSources/1",
    in: [joining({ canPublishSources: ["camera", "Screen_Share"] })],
    notIn: [joining({ canPublishSources: ["camera", "screen_share"] })],
  },
  "unknown-source": {
    at: "/video/canPublishSources/0",
    in: [joining({ canPublishSources: ["screenShare"] })],
    notIn: [joining({ canPublishSources: ["SCREEN_SHARE"] })],
  },
  "sources-without-publish": {
    at: "/video/canPublishSources",
    in: [joining({ canPublish: false, canPublishSources: ["camera"] })],
    notIn: [joining({ canPublish: false, canPublishSources: [] })],
  },
  "unknown-value": { at: "/kind", in: [payload({ kind: "robot" })], notIn: [payload({ kind: "agent" })] },
  "over-limit": {
    at: "/video/room",
    in: [joining({ room: "é".repeat(129) })],
    notIn: [joining({ room: "é".repeat(128) })],
  },
  "secret-in-room-config": {
    at: "/roomConfig/egress/tracks/gcp/credentials",
    in: [tracks({ gcp: { credentials: "{}" } })],
    notIn: [tracks({ gcp: { credentials: "", bucket: "b" } })],
  },
  "access-key-in-room-config": {
    at: "/roomConfig/egress/tracks/s3/accessKey",
    in: [tracks({ s3: { accessKey: "AK" } })],
    notIn: [tracks({ s3: { region: "eu" } })],
  },
  "default-in-room-config": {
    at: "/roomConfig/tags",
    in: [configured({ tags: {} })],
    notIn: [configured({ tags: { a: "" } })],
  },
  "unknown-in-room-config": {
    at: "/roomConfig/max_participant",
    in: [configured({ max_participant: 5 })],
    notIn: [configured({ max_participants: 5 })],
  },
  "target-refuses": {
    at: "/sub",
    in: [payload(), { target: target("target-refuses") }],
    notIn: [payload(), { target: target("target-ignores") }],
  },
  "target-ignores": {
    at: "/sub",
    in: [payload(), { target: target("target-ignores") }],
    notIn: [payload(), { target: target("target-refuses") }],
  },
  "unusable-option": {
    at: "",
    in: [payload(), { limits: { roomName: -1 } }],
    notIn: [payload(), { limits: { roomName: 0 } }],
  },
  "short-secret": {
    at: "",
    in: [payload(), { secret: "é".repeat(15) }],
    notIn: [payload(), { secret: "é".repeat(16) }],
  },
};

const MESSAGES: Readonly<Record<Found, string>> = {
  "malformed-token":
    "the token's signature is not 32 bytes in canonical base64url without padding: it is in standard base64, with +, / or =",
  "not-a-token": "the text is a promise that was written as text, not the token that it resolves to",
  "unsupported-algorithm": "the token is signed with RS256; mint the token with HS256",
  "invalid-claims": "must be a boolean; got a string",
  "null-claim": "is null: servers read it as absent, and this library and the Rust SDK refuse the token",
  "lone-surrogate": "must not hold a lone surrogate",
  "duplicate-member": "occurs twice in one object, and not every server reads the last one",
  "missing-iss": "is required",
  "other-key": 'is another API key: a server that knows only the key "devkey" answers 401',
  "swapped-keys": "is the API secret: key and secret were swapped, here or where the token was minted",
  "secret-in-token": "contains the API secret, which whoever has the token can read",
  "key-like-secret": "is as long as an API secret, not as an API key",
  "invalid-audience": "the token has an audience (aud); LiveKit tokens have none",
  "missing-exp":
    "is missing: servers 1.13.5 and older accept the token forever; 1.13.6 and newer refuse it, as this library does",
  expired: "the token expired at 2025-12-31T23:59:00.000Z",
  "not-yet-valid": "the token is not valid before 2026-01-01T00:01:01.000Z",
  "issued-in-future": "is in the future; servers 1.12.0 and older refuse the token until then",
  "long-lived": "is 24 hours from now; 24 hours are enough for most uses",
  "inexact-time": "must be an integer; got a number with a fraction",
  "member-case":
    'differs only in case from "room"; newer servers read it as that, and older servers and most SDKs ignore it',
  "unknown-member": 'is not a member of VideoGrants; did you mean "room"?',
  "misplaced-member": "is not a member of VideoGrants; it belongs at /metadata",
  "ignored-identity": "is ignored: servers read the identity from sub",
  "join-without-room": "must not be empty when video.roomJoin is true",
  "join-without-identity": "must not be empty when video.roomJoin is true",
  "admin-without-room": "permits nothing: it is for the room in video.room, which is empty",
  "destination-without-admin":
    "permits nothing: forwarding and moving participants also requires roomAdmin for video.room",
  "permits-nothing": "no grant is true, and there is no sha256 of a body: the token permits nothing",
  "project-wide-grant": "permits the participant who joins to manage trunks, dispatch rules and calls",
  "large-token": "the token has 8212 bytes: it travels in a URL, and many proxies take 8192 at most",
  "jti-as-identity": "is used as the identity, because sub is empty",
  "stringified-nothing":
    'is the text "undefined" of a missing value: everybody with this identity is the same participant, and whoever joins with it disconnects the one before',
  "source-case": `must be one of ${Object.keys(enums.TrackSource).join(", ")}; got "Screen_Share" (did you mean "screen_share"?)`,
  "unknown-source": `must be one of ${Object.keys(enums.TrackSource).join(", ")}; got "screenShare" (did you mean "screen_share"?)`,
  "sources-without-publish": "permits nothing, because canPublish is false",
  "unknown-value": `must be one of ${Object.keys(enums.ParticipantKind).join(", ")}; got "robot"`,
  "over-limit": "has 258 bytes; the server takes at most 256",
  "secret-in-room-config": "is a secret that whoever holds the token can read",
  "access-key-in-room-config": "names an account to whoever holds the token",
  "default-in-room-config":
    "is its default, which has the same effect as leaving it out; servers 1.11.0 and older that do not know it refuse the token",
  "unknown-in-room-config":
    'is not a member of RoomConfiguration; did you mean "maxParticipants"?; servers 1.11.0 and older refuse the token for it',
  "target-refuses": "is not known to a server",
  "target-ignores": "is not known to a server",
  "unusable-option": "the option limits must be an object of numbers that are not negative",
  "short-secret": "the secret is shorter than 32 bytes",
};

describe.each(Object.entries(CASES))("%s", (code, { at, in: [wrong, options], notIn: [right, others] }) => {
  it("is found once, at its place, in claims and in their token", () => {
    expect(found(wrong, options).filter((line) => line.startsWith(`${code} `))).toEqual([`${code} ${at}`]);
    if (typeof wrong === "string") return;
    expect(found(forge(wrong), options)).toEqual(found(wrong, options));
  });

  it("has the severity in the table, and its message", () => {
    const [finding] = findingsOf(code as FindingCode, wrong, options);
    expect(finding?.severity).toBe(FINDINGS[code as FindingCode].severity);
    expect(finding?.message).toBe(MESSAGES[code as Found]);
    expect(finding?.fix).toMatch(/^[A-Z].*\.$/);
  });

  it("is not found in similar valid input", () => {
    expect(findingsOf(code as FindingCode, right, others)).toEqual([]);
  });

  it("has one line in the reference", () => {
    const [doc] = emitLintDoc();
    const lines = doc?.content.split("\n").filter((line) => line.startsWith(`| \`${code}\` |`)) ?? [];
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(FINDINGS[code as FindingCode].summary);
  });
});

it("says who refuses a token for a finding", () => {
  const refusers = Object.entries(CASES).map(
    ([
      code,
      {
        in: [tokenOrClaims, options],
      },
    ]) => {
      const drafts = findDrafts(read(tokenOrClaims), contextOf({ clock, ...options }));
      return [code, drafts.find((each) => each.code === code)?.refusedBy];
    },
  );
  const by = (who: Refuser) => refusers.flatMap(([code, refuser]) => (refuser === who ? [code] : [])).sort();
  expect(by("everyone")).toEqual([
    "expired",
    "invalid-claims",
    "malformed-token",
    "missing-iss",
    "not-a-token",
    "not-yet-valid",
    "unsupported-algorithm",
  ]);
  expect(by("libraries")).toEqual(["invalid-audience", "missing-exp", "null-claim"]);
  expect(by("server")).toEqual(["other-key", "swapped-keys", "target-refuses"]);
  expect(by("joining")).toEqual(["join-without-identity", "join-without-room", "over-limit"]);
});

it("finds nothing in a valid token", () => {
  const claims = joining({ room: "r", canPublishSources: ["camera"] }, { identity: "alice", iat: NOW });
  expect(found(forge(claims), { secret: "s".repeat(32) })).toEqual([]);
});

it("has only these findings in the reference, errors first", () => {
  const [doc] = emitLintDoc();
  const rows = doc?.content.match(/^\| `.*$/gm) ?? [];
  expect(rows.map((row) => row.split("`")[1]).sort()).toEqual(Object.keys(FINDINGS).sort());
  const severities = rows.map((row) => ["error", "warning", "info"].indexOf(row.split(" | ")[1] ?? ""));
  expect(severities).toEqual([...severities].sort());
  expect(doc?.path).toBe("docs/lint.md");
  expect(doc?.content).toBe(readFileSync("generated/docs/lint.md", "utf8"));
});

it("reports a payload that is not base64url beside the other faults of a token", () => {
  const findings = findingsOf("malformed-token", `${base64url("[]")}.!.!`);
  expect(findings.map(({ message }) => message)).toEqual([
    "the token's header is not a JSON object",
    "the token's signature is not 32 bytes in canonical base64url without padding",
    "the token's payload is not canonical base64url without padding",
  ]);
});
