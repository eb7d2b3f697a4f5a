import { enums } from "../../generated/shapes.js";
import type { TrackSource } from "../../generated/types.js";
import { ask } from "./ask.js";
import type { ClaimsWith } from "./claims-with.js";
import { canPublish, canPublishData, canSubscribe, canUpdateOwnMetadata, publishSources } from "./participants.js";

/**
 * The rights of a participant, as the server sends them to the other participants. This is the JSON of the protobuf message
 * `livekit.ParticipantPermission` with all members. `ParticipantPermission.fromJson` of `@livekit/protocol` reads it.
 */
export interface ParticipantPermission {
  readonly canSubscribe: boolean;
  readonly canPublish: boolean;
  readonly canPublishData: boolean;
  /** The permitted sources. Empty if all are permitted. */
  readonly canPublishSources: readonly (Uppercase<TrackSource> | "UNKNOWN")[];
  readonly hidden: boolean;
  readonly recorder: boolean;
  readonly canUpdateMetadata: boolean;
  readonly agent: boolean;
  readonly canSubscribeMetrics: boolean;
  readonly canManageAgentSession: boolean;
}

/**
 * Returns the participant's permission that results from the claims. Source of the rule: `VideoGrant.ToPermission` in Go.
 *
 * Ignores the case of sources, as this Go function does. The server does not when it decides on a track: use
 * {@link canPublish} to find out what is permitted. A source that the schema does not have becomes "UNKNOWN".
 *
 * @throws AccessTokenError INVALID_ARGUMENT when the claims are not a readable object
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

/** Returns the name of a source in protobuf's JSON. */
function protocolName(source: string): Uppercase<TrackSource> | "UNKNOWN" {
  const name = source.toUpperCase();
  return Object.hasOwn(enums.TrackSource, name.toLowerCase()) ? (name as Uppercase<TrackSource>) : "UNKNOWN";
}
