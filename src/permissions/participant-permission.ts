import { enums } from "../../generated/shapes.js";
import type { TrackSource } from "../../generated/types.js";
import { ask } from "./ask.js";
import type { ClaimsWith } from "./claims-with.js";
import { canPublish, canPublishData, canSubscribe, canUpdateOwnMetadata, publishSources } from "./participants.js";

/**
 * The rights of a participant as the server sends them to the others: the JSON of the protobuf message
 * `livekit.ParticipantPermission` with every member, which `ParticipantPermission.fromJson` of `@livekit/protocol` reads.
 */
export interface ParticipantPermission {
  readonly canSubscribe: boolean;
  readonly canPublish: boolean;
  readonly canPublishData: boolean;
  /** Empty for every source. */
  readonly canPublishSources: readonly (Uppercase<TrackSource> | "UNKNOWN")[];
  readonly hidden: boolean;
  readonly recorder: boolean;
  readonly canUpdateMetadata: boolean;
  readonly agent: boolean;
  readonly canSubscribeMetrics: boolean;
  readonly canManageAgentSession: boolean;
}

/**
 * The permission that the claims amount to. Go: `VideoGrant.ToPermission`.
 *
 * Its sources are read in any case, unlike where the server decides: ask {@link canPublish} for what is permitted. One that
 * the schema does not name becomes "UNKNOWN".
 */
export function participantPermission(claims: ClaimsWith<"video">): ParticipantPermission {
  return ask(claims, ["video"], permissionOf);
}

function permissionOf(claims: ClaimsWith<"video">): ParticipantPermission {
  const { video } = claims;
  return {
    canSubscribe: canSubscribe(claims),
    canPublish: canPublish(claims),
    canPublishData: canPublishData(claims),
    canPublishSources: publishSources(video).map(protocolName),
    hidden: video?.hidden ?? false,
    recorder: video?.recorder ?? false,
    canUpdateMetadata: canUpdateOwnMetadata(claims),
    agent: video?.agent ?? false,
    canSubscribeMetrics: video?.canSubscribeMetrics ?? false,
    canManageAgentSession: video?.canManageAgentSession ?? false,
  };
}

function protocolName(source: string): Uppercase<TrackSource> | "UNKNOWN" {
  const name = source.toUpperCase();
  return Object.hasOwn(enums.TrackSource, name.toLowerCase()) ? (name as Uppercase<TrackSource>) : "UNKNOWN";
}
