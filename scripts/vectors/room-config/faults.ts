import { type Draft, invalidClaims } from "../draft.js";
import { BASE, rawPayload } from "../token.js";
import type { Json } from "../vector.js";

/** Returns vectors for room configurations that are not valid protobuf JSON. */
export function faultDrafts(): Draft[] {
  return [
    ...FAULTS.map(([id, comment, roomConfig, ...pointers]): Draft => {
      const fault = invalidClaims(...pointers.map((pointer) => `/roomConfig${pointer}`));
      return { ...drafted(id, comment), payload: { roomConfig }, fault };
    }),
    ...TEXTS.map(([id, comment, json, pointer]): Draft => {
      const text = rawPayload(`"roomConfig":${json}`, BASE);
      return { ...drafted(id, comment), text, fault: invalidClaims(`/roomConfig${pointer}`) };
    }),
  ];
}

function drafted(id: string, comment: string): Draft {
  return { id, comment, row: "room-config-kind" };
}

const egress = (room: Json): Json => ({ egress: { room } });
const advanced = (options: Json): Json => egress({ advanced: options });
const OPTIONS = "/egress/room/advanced";

const FAULTS: readonly [string, string, unknown, ...string[]][] = [
  ["uint32-negative", "a negative uint32", { emptyTimeout: -1 }, "/emptyTimeout"],
  ["uint32-too-large", "a uint32 that is one too large", { emptyTimeout: 4_294_967_296 }, "/emptyTimeout"],
  ["uint32-fraction", "a uint32 with a fraction", { emptyTimeout: 60.5 }, "/emptyTimeout"],
  ["uint32-string-fraction", "a uint32 with a fraction, in a string", { emptyTimeout: "60.5" }, "/emptyTimeout"],
  [
    "uint32-string-too-large",
    "a uint32 that is one too large, in a string",
    { emptyTimeout: "4294967296" },
    "/emptyTimeout",
  ],
  ["uint32-string-negative", "a negative uint32 in a string", { emptyTimeout: "-1" }, "/emptyTimeout"],
  [
    "snake-case-fraction",
    "a fraction in a uint32 in snake_case; the place is reported in camelCase",
    { empty_timeout: 60.5 },
    "/emptyTimeout",
  ],
  ["int32-too-large", "an int32 that is one too large", advanced({ width: 2_147_483_648 }), `${OPTIONS}/width`],
  ["int32-too-small", "an int32 that is one too small", advanced({ width: -2_147_483_649 }), `${OPTIONS}/width`],
  ["int32-fraction", "an int32 with a fraction", advanced({ width: 1.5 }), `${OPTIONS}/width`],
  ["double-nan", "NaN as a double", advanced({ keyFrameInterval: "NaN" }), `${OPTIONS}/keyFrameInterval`],
  [
    "double-infinity",
    "Infinity as a double",
    advanced({ keyFrameInterval: "Infinity" }),
    `${OPTIONS}/keyFrameInterval`,
  ],
  [
    "double-string-overflow",
    "a number in a string that is larger than any double",
    advanced({ keyFrameInterval: "1e400" }),
    `${OPTIONS}/keyFrameInterval`,
  ],
  [
    "double-negative-infinity",
    "-Infinity for a double",
    advanced({ keyFrameInterval: "-Infinity" }),
    `${OPTIONS}/keyFrameInterval`,
  ],
  ["uint32-huge", "a uint32 beyond the integers", { emptyTimeout: 1e300 }, "/emptyTimeout"],
  [
    "uint32-string-huge",
    "a uint32 in a string that is larger than any double",
    { emptyTimeout: "1e400" },
    "/emptyTimeout",
  ],
  [
    "uint32-string-exponent",
    "a uint32 in a string, with an exponent that makes it a fraction",
    { emptyTimeout: "1e-1" },
    "/emptyTimeout",
  ],
  ["string-empty", "an empty string as a number", { emptyTimeout: "" }, "/emptyTimeout"],
  ["string-space", "a number after a space, in a string", { emptyTimeout: " 60" }, "/emptyTimeout"],
  ["string-trailing-space", "a number before a space, in a string", { emptyTimeout: "60 " }, "/emptyTimeout"],
  ["string-line-feed", "a number before a line feed, in a string", { emptyTimeout: "60\n" }, "/emptyTimeout"],
  ["string-bare-point", "a number that ends in a point, in a string", { emptyTimeout: "60." }, "/emptyTimeout"],
  ["string-leading-point", "a number that begins with a point, in a string", { emptyTimeout: ".5e1" }, "/emptyTimeout"],
  ["string-plus", "a number after a plus, in a string", { emptyTimeout: "+60" }, "/emptyTimeout"],
  ["string-leading-zero", "a number with a leading zero, in a string", { emptyTimeout: "060" }, "/emptyTimeout"],
  ["string-hexadecimal", "a number in hexadecimal, in a string", { emptyTimeout: "0x3c" }, "/emptyTimeout"],
  ["string-underscore", "a number with an underscore, in a string", { emptyTimeout: "6_0" }, "/emptyTimeout"],
  ["string-unit", "a duration", { emptyTimeout: "60s" }, "/emptyTimeout"],
  ["bool-string", "a bool in a string", { syncStreams: "true" }, "/syncStreams"],
  ["enum-fraction", "the number of an enum with a fraction", egress({ audioMixing: 0.5 }), "/egress/room/audioMixing"],
  [
    "enum-beyond-int32",
    "the number of an enum that is not an int32",
    egress({ audioMixing: 2_147_483_648 }),
    "/egress/room/audioMixing",
  ],
  [
    "enum-below-int32",
    "the negative number of an enum that is no int32",
    egress({ audioMixing: -2_147_483_649 }),
    "/egress/room/audioMixing",
  ],
  ["list-null", "null in a list of messages", { agents: [null] }, "/agents/0"],
  [
    "list-null-string",
    "null in a list of strings",
    egress({ streamOutputs: [{ urls: [null] }] }),
    "/egress/room/streamOutputs/0/urls/0",
  ],
  ["map-null", "null in a map", { tags: { a: null } }, "/tags/a"],
  ["map-number", "a number in a map of strings", { tags: { a: 1 } }, "/tags/a"],
  ["map-escaped", "a number at a name with a slash and a tilde", { tags: { "a/b~c": 1 } }, "/tags/a~1b~0c"],
  ["list-single", "a message in place of a list of it", { agents: { agentName: "a" } }, "/agents"],
  ["spelled-twice", "a member in both its spellings", { emptyTimeout: 60, empty_timeout: 60 }, "/empty_timeout"],
  [
    "spelled-twice-snake-first",
    "a member in both its spellings, snake_case first",
    { empty_timeout: 60, emptyTimeout: 60 },
    "/emptyTimeout",
  ],
  [
    "spelled-twice-null",
    "a member in both its spellings, one of them null",
    { emptyTimeout: null, empty_timeout: 60 },
    "/empty_timeout",
  ],
  ["surrogate-text", "a lone surrogate in a string, which Go rejects", { metadata: "\ud800" }, "/metadata"],
  ["surrogate-low", "a low surrogate alone, within a text", { metadata: "a\udc00b" }, "/metadata"],
  ["surrogate-tag", "a lone surrogate in the value of a map", { tags: { seat: "\ud83c" } }, "/tags/seat"],
  [
    "surrogate-tag-key",
    "a lone surrogate in the key of a map; the place is reported with U+FFFD",
    { tags: { "\ud800": "" } },
    "/tags/\ufffd",
  ],
  [
    "surrogate-enum",
    "a lone surrogate in the name of an enum",
    egress({ audioMixing: "\ud800" }),
    "/egress/room/audioMixing",
  ],
  [
    "surrogate-snake-case",
    "a lone surrogate in a member in snake_case; the place has the spelling of the token",
    { agents: [{ agent_name: "\ud800" }] },
    "/agents/0/agent_name",
  ],
  ["surrogate-unknown", "a lone surrogate in an unknown member", { new_member: [{ a: "\ud800" }] }, "/new_member/0/a"],
  ["surrogate-unknown-name", "a lone surrogate in the name of an unknown member", { "new\udfff": 1 }, "/new\ufffd"],
  [
    "several",
    "faults at several places, all of which are reported",
    { name: 5, empty_timeout: -1, agents: [{ agentName: 1 }, {}, { restartPolicy: {} }], tags: { a: 1 } },
    "/name",
    "/emptyTimeout",
    "/agents/0/agentName",
    "/agents/2/restartPolicy",
    "/tags/a",
  ],
  ["oneof-messages", "two messages of a oneof", { egress: { tracks: { s3: {}, gcp: {} } } }, "/egress/tracks/gcp"],
  [
    "oneof-reversed",
    "two messages of a oneof in the other order; the later one in the schema is still reported",
    { egress: { tracks: { gcp: {}, s3: {} } } },
    "/egress/tracks/gcp",
  ],
  [
    "oneof-options",
    "a preset and advanced options",
    egress({ preset: "H264_720P_30", advanced: {} }),
    "/egress/room/advanced",
  ],
  [
    "oneof-three",
    "three messages of a oneof; all but the schema's first are reported",
    { egress: { tracks: { azure: {}, s3: {}, gcp: {} } } },
    "/egress/tracks/gcp",
    "/egress/tracks/azure",
  ],
  [
    "oneof-unknown-preset",
    "an unknown preset and advanced options",
    egress({ preset: "UNKNOWN", advanced: {} }),
    "/egress/room/advanced",
  ],
  [
    "oneof-unknown-number",
    "an unknown number of a preset and advanced options",
    egress({ advanced: {}, preset: 99 }),
    "/egress/room/advanced",
  ],
  [
    "oneof-spellings",
    "two messages of a oneof in snake_case and in a list",
    egress({ file_outputs: [{ azure: {}, aliOSS: {} }] }),
    "/egress/room/fileOutputs/0/aliOSS",
  ],
];

const TEXTS: readonly [string, string, string, string][] = [
  [
    "double-overflow",
    "a number that is larger than any double",
    '{"egress":{"room":{"advanced":{"keyFrameInterval":1e400}}}}',
    `${OPTIONS}/keyFrameInterval`,
  ],
  ["uint32-overflow", "a uint32 that is larger than any double", '{"emptyTimeout":1e400}', "/emptyTimeout"],
  ["map-prototype", "an object at the name __proto__ of a map", '{"tags":{"__proto__":{}}}', "/tags/__proto__"],
];
