import type { Draft } from "../draft.js";

/** Returns vectors for nulls, which protobuf's JSON reads as absent members. */
export function nullDrafts(): Draft[] {
  return NULLS.map(([id, comment, roomConfig, reads]) => {
    const payload = { roomConfig };
    return { id: `null-${id}`, comment, row: "room-config-null", payload, reads: { roomConfig: reads } };
  });
}

const NULLS: readonly [string, string, unknown, unknown][] = [
  ["whole", "a roomConfig that is null", null, null],
  ["scalar", "a string and a number that are null", { name: null, emptyTimeout: null }, {}],
  ["message", "a message that is null", { egress: null }, {}],
  ["list", "a list that is null", { agents: null }, {}],
  ["map", "a map that is null", { tags: null }, {}],
  [
    "nested",
    "members of a message inside that are null",
    { agents: [{ agentName: null, attributes: null }] },
    { agents: [{}] },
  ],
  ["snake-case", "a member in snake_case that is null", { empty_timeout: null }, {}],
  [
    "oneof",
    "a member of a oneof that is null beside one that is set",
    { egress: { tracks: { s3: null, gcp: {} } } },
    { egress: { tracks: { gcp: {} } } },
  ],
];
