import type { VideoGrantsInit } from "livekit-claims";

/** Grants beside `room` and `roomJoin`. */
type RoleGrants = Omit<VideoGrantsInit, "room" | "roomJoin">;

/**
 * The least that each role needs. A grant of joining that is not set is true in every SDK (`canPublish`,
 * `canSubscribe`), so each role says no where it means no.
 */
export const ROLES = {
  viewer: { canPublish: false, canPublishData: false, canSubscribe: true },
  speaker: { canPublish: true, canPublishSources: ["camera", "microphone"], canPublishData: true, canSubscribe: true },
  moderator: { canPublish: true, canPublishData: true, canSubscribe: true, roomAdmin: true },
  recorder: { canPublish: false, canPublishData: false, canSubscribe: true, hidden: true, recorder: true },
} as const satisfies Record<string, RoleGrants>;

export type Role = keyof typeof ROLES;
