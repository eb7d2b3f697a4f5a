// Errors that the compiler must report. The build fails when one of them compiles.

import type { Claims } from "./claims.js";

export const sound: Claims = {
  exp: 4102444800,
  iss: "devkey",
  kind: "a kind that is not known yet",
  video: { canPublish: false, canPublishSources: ["camera"] },
  attributes: { seat: "12" },
  roomConfig: { egress: { tracks: { s3: { metadata: { owner: "alice" } } } } },
};

// @ts-expect-error: the member is called room
export const name: Claims = { video: { roomName: "stage" } };

// @ts-expect-error: a boolean
export const type: Claims = { video: { canPublish: "false" } };

// @ts-expect-error: texts only
export const map: Claims = { attributes: { seat: 12 } };

// @ts-expect-error: absent, not undefined
export const absent: Claims = { sub: undefined };
