import type { MintRow } from "../rows.js";
import { CLOCK, KEY, LATER } from "../token.js";
import type { Json } from "../vector.js";
import type { MintDraft } from "./draft.js";

/** Returns vectors for claims that are minted, with the members whose written value differs. */
export function writtenDrafts(): MintDraft[] {
  return WRITTEN.map(([row, id, comment, claims, writes = {}]) => ({ id, comment, row, claims, writes }));
}

const JOIN: Json = { roomJoin: true, room: "stage" };

const WRITTEN: readonly [MintRow, string, string, Json, Json?][] = [
  ["mint-payload", "nothing", "no claims", {}],
  ["mint-payload", "participant", "a participant's token", { sub: "alice", name: "Alice", video: JOIN }],
  [
    "mint-payload",
    "defaults",
    "members at their defaults",
    { name: "", metadata: "", attributes: {}, video: { room: "", hidden: false, canPublishSources: [] } },
  ],
  [
    "mint-payload",
    "sip-default",
    "a sip object whose members are at their defaults",
    { sip: { admin: false, call: false } },
  ],
  [
    "mint-payload",
    "sip",
    "a sip object with one member that is not at its default",
    { sip: { admin: false, call: true } },
  ],
  [
    "mint-payload",
    "order",
    "claims in another order than the schema's",
    { video: { room: "stage", roomCreate: true }, name: "Alice", sub: "alice" },
  ],
  ["mint-payload", "attributes-order", "attributes, in the order given", { attributes: { b: "2", a: "1" } }],
  [
    "mint-payload",
    "optional-false",
    "members without a default that are false or empty, which are written",
    { jti: "", kindDetails: [], agent: { admin: false }, video: { agent: false } },
  ],
  [
    "mint-payload",
    "sources",
    "sources in the order given",
    { video: { ...JOIN, canPublishSources: ["microphone", "camera"] }, sub: "alice" },
  ],
  [
    "mint-payload",
    "sources-numbers",
    "sources by their numbers in protobuf",
    { video: { canPublishSources: [2, 1, 3, 4] } },
    { video: { canPublishSources: ["microphone", "camera", "screen_share", "screen_share_audio"] } },
  ],
  ["mint-times", "exp", "an exp", { exp: LATER }],
  ["mint-times", "nbf", "an nbf in the future", { nbf: CLOCK + 60 }],
  ["mint-times", "nbf-zero", "an nbf of zero", { nbf: 0 }],
  ["mint-times", "exp-after-nbf", "an exp one second later than nbf, both passed", { exp: 1, nbf: 0 }],
  ["mint-times", "exp-last", "the last exp before the year 10000", { exp: 253_402_300_799 }],
  ["mint-times", "iss", "the API key as iss", { iss: KEY }],
  [
    "mint-publish-data",
    "publish-data-follows",
    "canPublish is false, canPublishData absent",
    { video: { canPublish: false } },
    { video: { canPublish: false, canPublishData: false } },
  ],
  [
    "mint-publish-data",
    "publish-data-own",
    "canPublish is false, canPublishData true",
    { video: { canPublish: false, canPublishData: true } },
  ],
  [
    "mint-publish-data",
    "publish-data-alone",
    "canPublish is absent, canPublishData false",
    { video: { canPublishData: false } },
  ],
  ["mint-join", "join", "roomJoin with a room and a sub", { sub: "alice", video: JOIN }],
  ["mint-join", "join-false", "roomJoin that is false, without a room and a sub", { video: { roomJoin: false } }],
  ["mint-completed", "sip-admin-alone", "a sip object with its first member", { sip: { admin: true } }],
  ["mint-completed", "sip-call-alone", "a sip object with its second member", { sip: { call: true } }],
  ["mint-schema-member", "schema-member", "$schema at the root", { $schema: "claims.schema.json", name: "n" }],
  ["mint-text", "text-control", "control characters", { sub: "a\0\t\n\u001f\u007f", metadata: '"\\"' }],
  [
    "mint-text",
    "text-beyond-bmp",
    "characters beyond U+FFFF",
    { sub: "\u{1f399}", attributes: { "\u{20bb7}": "\u{1f399}" } },
  ],
  ["mint-text", "text-separators", "line and paragraph separators", { name: "a\u2028b\u2029c" }],
];
