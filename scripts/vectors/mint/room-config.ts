import { invalidClaims } from "../draft.js";
import type { Json } from "../vector.js";
import type { MintDraft } from "./draft.js";

/** Returns vectors for room configurations, with the configuration that is written or the place of the fault. */
export function roomConfigMintDrafts(): MintDraft[] {
  return [
    ...[...WRITTEN, ...SPELLINGS].map(([id, comment, roomConfig, writes = roomConfig]) => {
      return drafted(id, comment, roomConfig, { writes: { roomConfig: writes } });
    }),
    ...REFUSED.map(([id, comment, roomConfig, pointer]) => {
      return drafted(id, comment, roomConfig, { fault: invalidClaims(`/roomConfig${pointer}`) });
    }),
  ];
}

function drafted(id: string, comment: string, roomConfig: unknown, more: Partial<MintDraft>): MintDraft {
  return { id: `room-config-${id}`, comment, row: "mint-room-config", claims: { roomConfig }, ...more };
}

const WRITTEN: readonly [string, string, unknown, unknown?][] = [
  ["null", "a roomConfig that is null", null],
  ["empty", "a roomConfig without a member", {}],
  [
    "defaults",
    "a roomConfig with members at their defaults, which older servers may not know",
    {
      name: "stage",
      emptyTimeout: 0,
      metadata: "",
      syncStreams: false,
      agents: [],
      tags: {},
      egress: {},
    },
    { name: "stage", egress: {} },
  ],
  [
    "enum-default",
    "an enum at its default",
    { egress: { room: { audioMixing: "DEFAULT_MIXING", fileOutputs: [{ fileType: "MP4" }] } } },
    { egress: { room: { fileOutputs: [{ fileType: "MP4" }] } } },
  ],
  [
    "oneof-default",
    "a member of a oneof at its default, which stays",
    { egress: { room: { preset: "H264_720P_30" } } },
  ],
  [
    "order",
    "a roomConfig in another order than the schema's",
    { maxParticipants: 8, name: "stage" },
    { name: "stage", maxParticipants: 8 },
  ],
  [
    "oneof-order",
    "members of oneofs, which come after the others, as the Rust SDK writes them",
    { egress: { room: { preset: "PASSTHROUGH", fileOutputs: [{ filepath: "a" }] } } },
    { egress: { room: { fileOutputs: [{ filepath: "a" }], preset: "PASSTHROUGH" } } },
  ],
];

const SPELLINGS: typeof WRITTEN = [
  ["snake-case", "a member in snake_case", { empty_timeout: 60 }, { emptyTimeout: 60 }],
  [
    "snake-case-nested",
    "members in snake_case at every depth",
    { agents: [{ agent_name: "a" }], egress: { room: { file_outputs: [{ filepath: "f" }] } } },
    { egress: { room: { fileOutputs: [{ filepath: "f" }] } }, agents: [{ agentName: "a" }] },
  ],
  ["number-string", "a number in a string", { emptyTimeout: "60" }, { emptyTimeout: 60 }],
  [
    "enum-number",
    "the number of an enum",
    { egress: { room: { audioMixing: 1 } } },
    { egress: { room: { audioMixing: "DUAL_CHANNEL_AGENT" } } },
  ],
  ["null-member", "a member that is null, which is absent in protobuf's JSON", { emptyTimeout: null }, {}],
];

const REFUSED: readonly [string, string, Json, string][] = [
  ["snake-case-unknown", "an unknown member in snake_case", { empty_time: 60 }, "/empty_time"],
  ["spelled-twice", "a member in both its spellings", { emptyTimeout: 60, empty_timeout: 60 }, "/empty_timeout"],
  [
    "enum-number-unknown",
    "an unknown number of an enum",
    { egress: { room: { audioMixing: 99 } } },
    "/egress/room/audioMixing",
  ],
  [
    "enum-unknown",
    "an unknown name of an enum",
    { egress: { room: { audioMixing: "LOUD" } } },
    "/egress/room/audioMixing",
  ],
  ["negative", "a negative uint32", { emptyTimeout: -1 }, "/emptyTimeout"],
  ["too-large", "a uint32 that is one too large", { maxParticipants: 4_294_967_296 }, "/maxParticipants"],
  ["fraction", "a uint32 with a fraction", { emptyTimeout: 0.5 }, "/emptyTimeout"],
  ["oneof", "two messages of a oneof", { egress: { tracks: { s3: {}, gcp: {} } } }, "/egress/tracks/gcp"],
];
