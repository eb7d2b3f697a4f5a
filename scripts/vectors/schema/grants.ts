import type { Draft } from "../draft.js";
import type { Json } from "../vector.js";

/** Returns vectors for grants that lack members, and for the default that depends on another member. */
export function grantDrafts(): Draft[] {
  return [
    ...PARTIAL.map(([id, comment, payload]): Draft => ({ id, comment, row: "partial-grants", payload })),
    ...EMPTY.map(([id, comment, payload]): Draft => ({ id, comment, row: "plain", payload })),
    ...PUBLISH.map(([id, comment, video, canPublishData]): Draft => {
      // Written by hand, so that the vectors also check the default in the schemas.
      const reads = { video: { ...video, canPublishData } };
      return { id: `publish-data-${id}`, comment, row: "publish-data", payload: { video }, reads };
    }),
  ];
}

const PARTIAL: readonly [string, string, Json][] = [
  ["no-grants", "neither video nor sip", {}],
  ["sip-admin-alone", "sip with its first member only, as the Go SDK mints", { sip: { admin: true } }],
  ["sip-call-alone", "sip with its second member only, as the Go SDK mints", { sip: { call: true } }],
  ["sip-admin-false", "sip with one member that is false", { sip: { admin: false } }],
  ["sip-both", "sip with both members", { sip: { admin: true, call: false } }],
  ["join", "the grants of a participant", { video: { roomJoin: true, room: "stage" } }],
  [
    "listen",
    "the grants of a listener",
    { video: { roomJoin: true, room: "stage", canPublish: false, canPublishData: false } },
  ],
];

/** Members that are written although they say no more than their absence, or little more. */
const EMPTY: readonly [string, string, Json][] = [
  [
    "at-defaults",
    "claims and grants at their defaults",
    {
      ...{ sub: "", name: "", sha256: "", metadata: "", nbf: 0, attributes: {}, roomConfig: null },
      video: { canPublish: true, canSubscribe: true, canPublishSources: [], hidden: false, room: "" },
      sip: { admin: false, call: false },
    },
  ],
  [
    "empty-without-default",
    "claims and grants without a default that are empty or false, which are kept",
    {
      ...{ kind: "", kindDetails: [], roomPreset: "" },
      video: { agent: false, canSubscribeMetrics: false, canManageAgentSession: false },
      agentThread: { all: false, threadIds: [] },
    },
  ],
];

const PUBLISH: readonly [string, string, Json, boolean][] = [
  ["both-absent", "neither canPublish nor canPublishData", { room: "stage" }, true],
  ["follows-true", "canPublish is true, canPublishData absent", { canPublish: true }, true],
  ["follows-false", "canPublish is false, canPublishData absent", { canPublish: false }, false],
  ["own-false", "canPublish is true, canPublishData false", { canPublish: true, canPublishData: false }, false],
  ["own-true", "canPublish is false, canPublishData true", { canPublish: false, canPublishData: true }, true],
  ["alone-false", "canPublish is absent, canPublishData false", { canPublishData: false }, false],
  ["alone-true", "canPublish is absent, canPublishData true", { canPublishData: true }, true],
  [
    "sources",
    "canPublish is false, though sources are named",
    { canPublish: false, canPublishSources: ["camera"] },
    false,
  ],
];
