import { invalidClaims } from "../draft.js";
import type { MintRow } from "../rows.js";
import { LATER, OTHER_KEY } from "../token.js";
import type { Json } from "../vector.js";
import type { MintDraft } from "./draft.js";

/** Returns vectors for claims that minting rejects, with the JSON pointers of the faults. */
export function refusedDrafts(): MintDraft[] {
  return REFUSED.map(([row, id, comment, claims, ...pointers]) => {
    return { id, comment, row, claims, fault: invalidClaims(...pointers) };
  });
}

const JOIN: Json = { roomJoin: true, room: "stage" };

const REFUSED: readonly [MintRow, string, string, Json, ...string[]][] = [
  ["mint-times", "iss-other", "another key as iss", { iss: OTHER_KEY }, "/iss"],
  ["mint-times", "iss-empty", "an empty iss", { iss: "" }, "/iss"],
  ["mint-types", "exp-fraction", "an exp with a fraction", { exp: LATER + 0.5 }, "/exp"],
  ["mint-types", "exp-negative", "an exp before 1970", { exp: -1 }, "/exp"],
  [
    "mint-types",
    "exp-inexact",
    "an exp that some languages cannot represent exactly",
    { exp: Number.MAX_SAFE_INTEGER + 1 },
    "/exp",
  ],
  ["mint-times", "exp-passed", "an exp that has passed when nbf is now", { exp: 1 }, "/exp"],
  ["mint-times", "exp-equals-nbf", "an exp that is nbf", { exp: LATER, nbf: LATER }, "/exp"],
  ["mint-times", "exp-milliseconds", "an exp in milliseconds", { exp: LATER * 1000 }, "/exp"],
  ["mint-times", "exp-year-10000", "an exp in the year 10000", { exp: 253_402_300_800 }, "/exp"],
  ["mint-times", "nbf-milliseconds", "an nbf in milliseconds", { nbf: LATER * 1000, exp: LATER }, "/nbf", "/exp"],
  ["mint-times", "iat-milliseconds", "an iat in milliseconds", { iat: LATER * 1000 }, "/iat"],
  [
    "mint-types",
    "source-zero",
    "the number of an unknown source",
    { video: { canPublishSources: [0] } },
    "/video/canPublishSources/0",
  ],
  [
    "mint-types",
    "source-number-unknown",
    "a number that no source has",
    { video: { canPublishSources: [1, 5] } },
    "/video/canPublishSources/1",
  ],
  ["mint-types", "nbf-fraction", "an nbf with a fraction", { nbf: 0.5 }, "/nbf"],
  ["mint-types", "iat-negative", "an iat before 1970", { iat: -1 }, "/iat"],
  ["mint-types", "kind-unknown", "an unknown kind", { kind: "hologram" }, "/kind"],
  ["mint-types", "kind-case", "a kind in another case", { kind: "Standard" }, "/kind"],
  [
    "mint-types",
    "kind-detail-unknown",
    "an unknown kind detail",
    { kindDetails: ["forwarded", "new"] },
    "/kindDetails/1",
  ],
  [
    "mint-types",
    "source-case",
    "a source in upper case",
    { video: { canPublishSources: ["camera", "MICROPHONE"] } },
    "/video/canPublishSources/1",
  ],
  [
    "mint-types",
    "source-other",
    "the name of a source in another enumeration",
    { video: { canPublishSources: ["SCREEN_SHARE"] } },
    "/video/canPublishSources/0",
  ],
  [
    "mint-types",
    "several",
    "three mistakes",
    { name: 1, metadata: true, video: { hidden: "no" } },
    "/name",
    "/metadata",
    "/video/hidden",
  ],
  ["mint-unknown", "room-name", "roomName in place of room", { video: { roomName: "stage" } }, "/video/roomName"],
  ["mint-unknown", "snake-case", "a grant in snake_case", { video: { can_publish: true } }, "/video/can_publish"],
  ["mint-unknown", "case", "a grant in another case", { video: { RoomAdmin: true } }, "/video/RoomAdmin"],
  ["mint-unknown", "identity", "identity in place of sub", { identity: "alice" }, "/identity"],
  ["mint-unknown", "aud", "an aud", { aud: "livekit" }, "/aud"],
  [
    "mint-schema-member",
    "schema-member-inside",
    "$schema within a grant",
    { video: { $schema: "video-grants.schema.json" } },
    "/video/$schema",
  ],
  ["mint-schema-member", "schema-member-type", "$schema that is not a string", { $schema: 1 }, "/$schema"],
  [
    "mint-join",
    "join-without-room",
    "roomJoin without a room",
    { sub: "alice", video: { roomJoin: true } },
    "/video/room",
  ],
  [
    "mint-join",
    "join-empty-room",
    "roomJoin with an empty room",
    { sub: "alice", video: { ...JOIN, room: "" } },
    "/video/room",
  ],
  ["mint-join", "join-without-sub", "roomJoin without a sub", { video: JOIN }, "/sub"],
  ["mint-join", "join-empty-sub", "roomJoin with an empty sub", { sub: "", video: JOIN }, "/sub"],
  [
    "mint-join",
    "join-neither",
    "roomJoin without a room and a sub",
    { video: { roomJoin: true } },
    "/sub",
    "/video/room",
  ],
  ["mint-text", "surrogate-high", "a high surrogate alone", { sub: "a\ud800" }, "/sub"],
  ["mint-text", "surrogate-low", "a low surrogate alone", { name: "\udc00a" }, "/name"],
  [
    "mint-text",
    "surrogates-reversed",
    "a pair of surrogates in the wrong order",
    { metadata: "\udc00\ud800" },
    "/metadata",
  ],
  [
    "mint-text",
    "surrogate-attribute",
    "a lone surrogate in an attribute",
    { attributes: { seat: "\ud83c" } },
    "/attributes/seat",
  ],
  [
    "mint-text",
    "surrogate-room-config",
    "a lone surrogate in a room configuration",
    { roomConfig: { metadata: "\ud800" } },
    "/roomConfig/metadata",
  ],
];
