import type { Draft } from "../draft.js";
import { BASE, rawPayload } from "../token.js";
import type { Json } from "../vector.js";

/** Returns vectors for spellings of a room configuration, each with the claims that it reads as. */
export function spellingDrafts(): Draft[] {
  return [
    ...VALUES.map(([id, comment, roomConfig, reads]): Draft => {
      return { id, comment, row: "room-config-spelling", payload: { roomConfig }, reads: { roomConfig: reads } };
    }),
    ...TEXTS.map(([id, comment, json, reads, flag]): Draft => {
      const text = rawPayload(`"roomConfig":${json}`, BASE);
      return {
        id,
        comment,
        row: "room-config-spelling",
        flags: flag ? [flag] : [],
        text,
        reads: { roomConfig: reads },
      };
    }),
  ];
}

const egress = (room: Json): Json => ({ egress: { room } });

/** The configuration that livekit-server-sdk writes when only the name is set. */
const sdkDefaults: Json = {
  ...{
    name: "stage",
    emptyTimeout: 0,
    departureTimeout: 0,
    maxParticipants: 0,
    minPlayoutDelay: 0,
    maxPlayoutDelay: 0,
  },
  ...{ metadata: "", syncStreams: false, agents: [], tags: {} },
};

const VALUES: readonly [string, string, Json, Json][] = [
  ["empty", "a roomConfig without a member", {}, {}],
  [
    "snake-case",
    "members in snake_case",
    { empty_timeout: 60, max_participants: 8, sync_streams: true },
    { emptyTimeout: 60, maxParticipants: 8, syncStreams: true },
  ],
  [
    "mixed-case",
    "one member in each of both cases",
    { empty_timeout: 60, departureTimeout: 20 },
    { emptyTimeout: 60, departureTimeout: 20 },
  ],
  [
    "ali-oss",
    "a name that is not snake_case in the .proto file either",
    { egress: { tracks: { aliOSS: { bucket: "b" } } } },
    { egress: { tracks: { aliOSS: { bucket: "b" } } } },
  ],
  [
    "number-string",
    "numbers as strings",
    { emptyTimeout: "60", minPlayoutDelay: "100" },
    { emptyTimeout: 60, minPlayoutDelay: 100 },
  ],
  [
    "number-string-fraction",
    "a whole number in a string, with a fraction of zero",
    { emptyTimeout: "60.0" },
    { emptyTimeout: 60 },
  ],
  [
    "number-string-exponent",
    "a whole number in a string, with an exponent",
    { emptyTimeout: "6e1" },
    { emptyTimeout: 60 },
  ],
  ["uint32-largest", "the largest uint32", { emptyTimeout: 4_294_967_295 }, { emptyTimeout: 4_294_967_295 }],
  [
    "int32-bounds",
    "the smallest and the largest int32",
    egress({ advanced: { width: -2_147_483_648, height: 2_147_483_647 } }),
    egress({ advanced: { width: -2_147_483_648, height: 2_147_483_647 } }),
  ],
  [
    "double",
    "a double with a fraction, and one in a string",
    egress({ advanced: { keyFrameInterval: "2.5e0" } }),
    egress({ advanced: { keyFrameInterval: 2.5 } }),
  ],
  [
    "number-string-negative",
    "a negative number in a string",
    egress({ advanced: { width: "-5" } }),
    egress({ advanced: { width: -5 } }),
  ],
  ["number-string-negative-zero", "minus zero in a string, which is the default", { maxParticipants: "-0" }, {}],
  [
    "double-huge",
    "a double beyond the integers",
    egress({ advanced: { keyFrameInterval: 1e300 } }),
    egress({ advanced: { keyFrameInterval: 1e300 } }),
  ],
  [
    "enum-number",
    "the number of an enum",
    egress({ fileOutputs: [{ fileType: 1 }] }),
    egress({ fileOutputs: [{ fileType: "MP4" }] }),
  ],
  [
    "enum-default",
    "the name of an enum's default",
    egress({ fileOutputs: [{ fileType: "DEFAULT_FILETYPE" }] }),
    egress({ fileOutputs: [{}] }),
  ],
  [
    "enum-zero",
    "the number of an enum's default",
    egress({ fileOutputs: [{ fileType: 0 }] }),
    egress({ fileOutputs: [{}] }),
  ],
  [
    "enum-unknown-name",
    "an unknown name of an enum",
    egress({ layout: "grid", fileOutputs: [{ fileType: "VHS" }] }),
    egress({ layout: "grid", fileOutputs: [{}] }),
  ],
  [
    "enum-unknown-number",
    "an unknown number of an enum",
    egress({ layout: "grid", fileOutputs: [{ fileType: 99 }] }),
    egress({ layout: "grid", fileOutputs: [{}] }),
  ],
  [
    "enum-unknown-negative",
    "a negative number that an enum does not know",
    egress({ fileOutputs: [{ fileType: -1 }] }),
    egress({ fileOutputs: [{}] }),
  ],
  [
    "enum-number-string",
    "the number of an enum in a string, which is an unknown name",
    egress({ fileOutputs: [{ fileType: "1" }] }),
    egress({ fileOutputs: [{}] }),
  ],
  [
    "enum-constructor",
    "a name of an enum that objects of JavaScript have",
    egress({ fileOutputs: [{ fileType: "constructor" }] }),
    egress({ fileOutputs: [{}] }),
  ],
  [
    "enum-unknown-case",
    "a name of an enum in another case",
    egress({ fileOutputs: [{ fileType: "mp4" }] }),
    egress({ fileOutputs: [{}] }),
  ],
  ["unknown-member", "an unknown member", { name: "stage", newMember: { deep: [1] } }, { name: "stage" }],
  [
    "unknown-member-inside",
    "an unknown member of a nested message",
    { agents: [{ agentName: "a", newMember: 1 }] },
    { agents: [{ agentName: "a" }] },
  ],
  ["unknown-case", "a member whose name differs in case", { Name: "stage" }, {}],
  ["unknown-case-type", "members whose names differ in case, of wrong types", { Name: 5, EMPTY_TIMEOUT: {} }, {}],
  ["unknown-kebab-case", "a member in kebab-case", { "empty-timeout": 5 }, {}],
  ["unknown-constructor", "members that objects of JavaScript have", { constructor: 5, toString: 5 }, {}],
  ["unknown-elsewhere", "members of other messages", { agentName: "a", egress: { name: 5 } }, { egress: {} }],
  [
    "defaults",
    "every kind of default; a message that is set stays",
    { name: "", emptyTimeout: 0, syncStreams: false, agents: [], tags: {}, egress: {} },
    { egress: {} },
  ],
  ["defaults-sdk", "a name, and defaults as livekit-server-sdk writes them", sdkDefaults, { name: "stage" }],
  [
    "oneof-default-enum",
    "a member of a oneof that is at its default, which stays",
    egress({ preset: "H264_720P_30" }),
    egress({ preset: "H264_720P_30" }),
  ],
  ["oneof-zero", "the same, as a number", egress({ preset: 0 }), egress({ preset: "H264_720P_30" })],
  [
    "oneof-empty-message",
    "a message of a oneof without a member, which stays",
    { egress: { tracks: { gcp: {} } } },
    { egress: { tracks: { gcp: {} } } },
  ],
  ["oneof-unknown-enum", "a name that an enum of a oneof does not know", egress({ preset: "H265" }), egress({})],
  [
    "oneof-defaults",
    "defaults in a message of a oneof, which stays",
    { egress: { tracks: { s3: { bucket: "", forcePathStyle: false } } } },
    { egress: { tracks: { s3: {} } } },
  ],
  [
    "empty-messages",
    "messages without a member, which stay",
    { egress: { room: {}, participant: {}, tracks: {} } },
    { egress: { room: {}, participant: {}, tracks: {} } },
  ],
  [
    "list-of-empty-strings",
    "a list with an empty string, which stays",
    egress({ streamOutputs: [{ urls: ["", "rtmp://a"] }] }),
    egress({ streamOutputs: [{ urls: ["", "rtmp://a"] }] }),
  ],
  ["list-of-empty", "a list of a message without a member", { agents: [{}] }, { agents: [{}] }],
  [
    "map-empty-value",
    "a map with an empty name and an empty value",
    { tags: { "": "", a: "" } },
    { tags: { "": "", a: "" } },
  ],
  [
    "secrets",
    "secrets, which only minting rejects",
    { egress: { tracks: { s3: { accessKey: "k", secret: "s" } } } },
    { egress: { tracks: { s3: { accessKey: "k", secret: "s" } } } },
  ],
  [
    "agents",
    "two agents, in their order",
    { agents: [{ agentName: "b", metadata: "m" }, { agent_name: "a" }] },
    { agents: [{ agentName: "b", metadata: "m" }, { agentName: "a" }] },
  ],
];

const TEXTS: readonly [string, string, string, Json, "Duplicate"?][] = [
  ["number-fraction", "a whole number with a fraction of zero", '{"emptyTimeout":60.0}', { emptyTimeout: 60 }],
  ["number-exponent", "a whole number with an exponent", '{"emptyTimeout":6e1}', { emptyTimeout: 60 }],
  ["number-negative-zero", "minus zero, which is the default", '{"emptyTimeout":-0}', {}],
  [
    "enum-number-fraction",
    "the number of an enum with a fraction of zero",
    '{"egress":{"room":{"audioMixing":1.0}}}',
    egress({ audioMixing: "DUAL_CHANNEL_AGENT" }),
  ],
  ["member-twice", "a member twice in the same spelling", '{"name":"a","name":"b"}', { name: "b" }, "Duplicate"],
  ["prototype", "members inherited from __proto__", '{"__proto__":{"name":"a"}}', {}],
  ["prototype-tag", "a tag called __proto__", '{"tags":{"__proto__":"a"}}', JSON.parse('{"tags":{"__proto__":"a"}}')],
];
