import type { FindingCode } from "../../src/lint.js";
import { base64url, forge, KEY, NOW, payload, SECRET } from "./tokens.js";

/** Returns a token of about the given length, with as many findings as possible. */
export type WorstCase = (bytes: number) => string;

/** Returns as many pieces as fit. */
const fill = <T>(bytes: number, each: number, piece: (index: number) => T): T[] =>
  Array.from({ length: Math.ceil(bytes / each) }, (_, index) => piece(index));

const members = (bytes: number, value: unknown = 1): Record<string, unknown> =>
  Object.fromEntries(fill(bytes, 10, (index) => [`m${index.toString(36)}`, value]));

const claims = (more: (bytes: number) => Record<string, unknown>): WorstCase => {
  return (bytes) => forge(payload(more(bytes)));
};
const video = (more: (bytes: number) => Record<string, unknown>): WorstCase =>
  claims((bytes) => ({ video: { roomJoin: true, room: "r", ...more(bytes) } }));
const configured = (more: (bytes: number) => Record<string, unknown>): WorstCase =>
  claims((bytes) => ({ roomConfig: more(bytes) }));
const agents = (each: number, agent: (index: number) => unknown): WorstCase =>
  configured((bytes) => ({ agents: fill(bytes, each, agent) }));
/** Fills one half with elements of a list in snake_case, and the other half with members beside the list. */
const besideMany = (name: string, each: number, element: (index: number) => unknown): WorstCase =>
  configured((bytes) => ({
    egress: { room: { ...members(bytes / 2), [name]: fill(bytes / 2, each, element) } },
  }));
const text = (json: (bytes: number) => string): WorstCase => {
  return (bytes) => forge(json(bytes));
};
const besideAll = (more: Record<string, unknown>): WorstCase => claims((bytes) => ({ ...members(bytes), ...more }));

const caseVariants = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) =>
    Array.from(name, (letter, at) => ((index + 1) & (1 << at) ? letter.toUpperCase() : letter)).join(""),
  );

/** The codes of findings in tokens. */
type OfTokens = Exclude<
  FindingCode,
  "short-secret" | "unusable-option" | "wrong-signature" | "clock-skew" | "token-in-text"
>;

/** For each code, tokens with as many findings as possible. */
export const WORST_CASES: Readonly<Record<OfTokens, Readonly<Record<string, WorstCase>>>> = {
  "malformed-token": {
    "many parts": (bytes) => "a.".repeat(bytes / 2),
    "one part": (bytes) => "a".repeat(bytes),
    "much before it": (bytes) => `Bearer ${" ".repeat(bytes)}${forge(payload())}`,
    "words before it": (bytes) => `${"Bearer ".repeat(bytes / 7)}${forge(payload())}`,
    "much padding": (bytes) => `${base64url("{}")}.${base64url("{}")}${"=".repeat(bytes)}.x`,
    "broken lines": (bytes) => `${"eyJ\n".repeat(bytes / 4)}${forge(payload()).replaceAll(/.{40}/g, "$&\n")}`,
    "another alphabet": (bytes) => `${base64url("{}")}.${"+/".repeat(bytes / 2)}.x`,
    "no JSON": text((bytes) => `{"a":"${"\\\\".repeat(bytes / 2)}`),
    "a long signature": (bytes) => `${base64url("{}")}.${base64url("{}")}.${"A".repeat(bytes)}`,
  },
  "not-a-token": {
    "many tokens": (bytes) => fill(bytes, 150, (index) => `${forge({ n: index })}\n`).join(""),
    claims: (bytes) => JSON.stringify(payload(members(bytes))),
    "a page": (bytes) => `<html>${"<p>".repeat(bytes / 3)}`,
    "no JSON": (bytes) => "{".repeat(bytes),
    "a cut token": (bytes) => `${"eyJ ".repeat(bytes / 4)}eyJhbGciOiJIUzI1NiJ9...`,
    "a file": (bytes) => `/${"a/".repeat(Math.min(100, bytes))}\n{${" ".repeat(bytes)}`.slice(-bytes),
  },
  "unsupported-algorithm": {
    "a long name": (bytes) => forge(payload(), { header: { alg: "x".repeat(bytes) } }),
    "much else": (bytes) => forge(payload(), { header: { ...members(bytes), alg: "none" } }),
  },
  "invalid-claims": {
    attributes: claims((bytes) => ({ attributes: members(bytes) })),
    details: claims((bytes) => ({ kindDetails: fill(bytes, 2, () => 1) })),
    agents: agents(2, () => 1),
    "members of agents": agents(16, () => ({ agent_name: 1 })),
    "two spellings": agents(34, () => ({ agent_name: "a", agentName: "b" })),
    "beside many": besideMany("file_outputs", 14, () => ({ filepath: 1 })),
    oneofs: besideMany("file_outputs", 16, () => ({ s3: {}, gcp: {} })),
  },
  "null-claim": {
    claims: besideAll({ name: null }),
    details: claims((bytes) => ({ kindDetails: fill(bytes, 5, () => null) })),
    attributes: claims((bytes) => ({ attributes: members(bytes, null) })),
  },
  "lone-surrogate": {
    texts: text((bytes) => `{"a":[${fill(bytes, 9, () => String.raw`"\ud800"`).join()}]}`),
    names: text((bytes) => `{${fill(bytes, 14, (index) => String.raw`"\udfff${index.toString(36)}":1`).join()}}`),
    "below a long name": text(
      (bytes) => `{"${"n".repeat(bytes / 2)}":[${fill(bytes / 2, 9, () => String.raw`"\ud800"`).join()}]}`,
    ),
    deep: text(
      (bytes) => `${'{"a":'.repeat(90)}[${fill(bytes, 9, () => String.raw`"\ud800"`).join()}]${"}".repeat(90)}`,
    ),
    "deeper than is looked": text(
      (bytes) => `{"x":"\\ud800","a":${"[".repeat(120)}${fill(bytes, 3, () => "[]").join()}${"]".repeat(120)}}`,
    ),
  },
  "duplicate-member": {
    names: text((bytes) => `{${fill(bytes, 6, () => '"a":1').join()}}`),
    objects: text((bytes) => `{"a":[${fill(bytes, 14, () => '{"a":1,"a":1}').join()}]}`),
    "below a long name": text((bytes) => `{"${"n".repeat(bytes / 2)}":{${fill(bytes / 2, 6, () => '"a":1').join()}}}`),
    "many below a long name": text(
      (bytes) => `{"${"n".repeat(bytes / 2)}":[${fill(bytes / 2, 14, () => '{"a":1,"a":1}').join()}]}`,
    ),
    deep: text((bytes) => `${'{"a":'.repeat(90)}[${fill(bytes, 14, () => '{"a":1,"a":1}').join()}]${"}".repeat(90)}`),
    nested: text((bytes) => `${'{"a":1,"a":'.repeat(bytes / 12)}1${"}".repeat(bytes / 12)}`),
  },
  "missing-iss": { "among much": besideAll({ iss: "" }) },
  "other-key": { long: claims((bytes) => ({ iss: `${KEY}${"k".repeat(bytes)}` })) },
  "swapped-keys": { "among much": besideAll({ iss: SECRET }) },
  "secret-in-token": {
    texts: claims((bytes) => ({ x: fill(bytes, 25, () => SECRET) })),
    names: claims((bytes) => ({ attributes: members(bytes, SECRET) })),
    nested: claims((bytes) => ({ x: fill(bytes, 110, () => [[[[[[[[[[[[[[[[[[[[SECRET]]]]]]]]]]]]]]]]]]]]) })),
    "a long one": claims((bytes) => ({ metadata: SECRET.repeat(bytes / SECRET.length) })),
  },
  "key-like-secret": { long: claims((bytes) => ({ iss: "k".repeat(bytes) })) },
  "invalid-audience": {
    long: claims((bytes) => ({ aud: "a".repeat(bytes) })),
    many: claims((bytes) => ({ aud: members(bytes) })),
  },
  "missing-exp": { "among much": besideAll({ exp: undefined }) },
  expired: { "among much": besideAll({ exp: 1 }) },
  "issued-in-future": { "among much": besideAll({ iat: NOW * 2 }) },
  "not-yet-valid": { "among much": besideAll({ nbf: NOW * 2 }) },
  "long-lived": { "among much": besideAll({ exp: NOW * 2 }) },
  "inexact-time": { "among much": besideAll({ iat: 0.5 }) },
  "member-case": {
    claims: claims((bytes) => Object.fromEntries(caseVariants("observability", bytes / 18).map((name) => [name, 1]))),
    grants: video((bytes) =>
      Object.fromEntries(caseVariants("canPublishSources", bytes / 22).map((name) => [name, 1])),
    ),
  },
  "unknown-member": {
    claims: claims((bytes) => members(bytes)),
    "claims like known ones": claims((bytes) =>
      Object.fromEntries(fill(bytes, 14, (i) => [`metadat${i.toString(36)}`, 1])),
    ),
    "a long name": claims((bytes) => ({ ["n".repeat(bytes)]: 1 })),
    grants: video((bytes) => members(bytes)),
    deep: text((bytes) => `{"nothing":${"[".repeat(bytes / 2)}${"]".repeat(bytes / 2)}}`),
  },
  "misplaced-member": {
    // As many spellings of each name as fit.
    spellings: claims((bytes) => ({
      ...Object.fromEntries(
        fill(bytes, 20, (index) => [`a_${"_".repeat(index % 40)}gents${"-".repeat(index / 40)}`, 1]),
      ),
    })),
    "among much": besideAll({ roomJoin: true }),
    "a long value": claims((bytes) => ({ grants: members(bytes) })),
    "in a grant": video((bytes) => ({ ...members(bytes), metadata: "m" })),
  },
  "ignored-identity": { long: claims((bytes) => ({ identity: "i".repeat(bytes) })) },
  "join-without-room": { "among much": claims((bytes) => ({ ...members(bytes), video: { roomJoin: true } })) },
  "join-without-identity": {
    "among much": claims((bytes) => ({ ...members(bytes), sub: "", video: { roomJoin: true, room: "r" } })),
  },
  "admin-without-room": { "among much": video((bytes) => ({ ...members(bytes), room: "", roomAdmin: true })) },
  "destination-without-admin": { long: video((bytes) => ({ destinationRoom: "d".repeat(bytes) })) },
  "permits-nothing": { "among much": claims((bytes) => ({ video: members(bytes, false) })) },
  "project-wide-grant": { "among much": video((bytes) => ({ ...members(bytes), roomCreate: true })) },
  "large-token": { metadata: claims((bytes) => ({ metadata: "m".repeat(2 * bytes + 6_144) })) },
  "jti-as-identity": { long: claims((bytes) => ({ sub: "", jti: "j".repeat(bytes) })) },
  "stringified-nothing": { blank: claims((bytes) => ({ sub: " ".repeat(bytes) })) },
  "source-case": { sources: video((bytes) => ({ canPublishSources: fill(bytes, 9, () => "CAMERA") })) },
  "unknown-source": {
    sources: video((bytes) => ({ canPublishSources: fill(bytes, 3, () => "") })),
    "a long one": video((bytes) => ({ canPublishSources: ["s".repeat(bytes)] })),
  },
  "sources-without-publish": {
    sources: video((bytes) => ({ canPublish: false, canPublishSources: fill(bytes, 9, () => "camera") })),
  },
  "unknown-value": {
    details: claims((bytes) => ({ kindDetails: fill(bytes, 4, () => "x") })),
    "a long one": claims((bytes) => ({ kind: "k".repeat(bytes) })),
  },
  "over-limit": {
    name: claims((bytes) => ({ name: "é".repeat(bytes / 2) })),
    attributes: claims((bytes) => ({ attributes: members(bytes, "v") })),
    metadata: claims((bytes) => ({ metadata: "m".repeat(bytes) })),
  },
  "secret-in-room-config": {
    urls: configured((bytes) => ({ egress: { room: { stream: { urls: fill(bytes, 4, () => "x") } } } })),
    "beside many": configured((bytes) => ({
      egress: { room: { ...members(bytes / 2), stream_outputs: [{ urls: fill(bytes / 2, 4, () => "x") }] } },
    })),
    keys: besideMany("file_outputs", 32, () => ({ s3: { session_token: "t" } })),
  },
  "access-key-in-room-config": { keys: besideMany("file_outputs", 32, () => ({ s3: { access_key: "t" } })) },
  "default-in-room-config": {
    defaults: agents(18, () => ({ agent_name: "" })),
    nulls: agents(20, () => ({ agent_name: null })),
    "beside many": besideMany("file_outputs", 15, () => ({ file_type: 0 })),
  },
  "unknown-in-room-config": {
    members: configured((bytes) => members(bytes)),
    "members of many": agents(8, () => ({ x: 1 })),
    values: agents(24, () => ({ restart_policy: "x" })),
    numbers: agents(24, () => ({ restart_policy: 99 })),
    "beside many": besideMany("file_outputs", 8, () => ({ x: 1 })),
    "a long name": configured((bytes) => ({ ["n".repeat(bytes)]: 1 })),
  },
  "target-refuses": {
    members: agents(16, () => ({ deployment: "d" })),
    tags: configured((bytes) => ({ tags: members(bytes, "t") })),
    values: agents(32, () => ({ restart_policy: "JRP_NEVER" })),
    "beside many": besideMany("webhooks", 10, () => ({ url: "u" })),
  },
  "target-ignores": {
    details: claims((bytes) => ({ kindDetails: fill(bytes, 13, () => "simulation") })),
    threads: claims((bytes) => ({ agentThread: { read: true, threadIds: fill(bytes, 10, (i) => `t${i}`) } })),
  },
};
