import type { TrackSource } from "../../generated/types.js";
import { enumName } from "../room-config/enums.js";
import { ask } from "./ask.js";
import type { ClaimsWith } from "./claims-with.js";

/**
 * Returns whether the holder may publish tracks in the room.
 *
 * Requires canPublish, which is true by default. With a source, also requires that canPublishSources is empty or contains
 * exactly that source: "MICROPHONE" in a token does not permit "microphone". Without a source, ignores canPublishSources.
 *
 * Source of the rule: `VideoGrant.GetCanPublishSource` in Go; without a source `VideoGrant.GetCanPublish`.
 *
 * @param source in lower case, as tokens name it
 * @throws AccessTokenError INVALID_ARGUMENT when the claims are not a readable object
 */
export function canPublish(claims: ClaimsWith<"video">, source?: TrackSource | (string & {})): boolean {
  return ask(claims, ["video"], ({ video }) => {
    if (video?.canPublish === false) return false;
    const sources = publishSources(video);
    return source === undefined || sources.length === 0 || sources.includes(source);
  });
}

/** Returns the sources by name. Claims that are not signed yet may contain the protobuf numbers instead. */
export function publishSources(video: ClaimsWith<"video">["video"]): string[] {
  return (video?.canPublishSources ?? []).map((source) => String(enumName<unknown>(source, "TrackSource")));
}

/**
 * Returns whether the holder may send data messages. Default: the value of canPublish, or else true.
 *
 * Source of the rule: `VideoGrant.GetCanPublishData` in Go.
 *
 * @throws AccessTokenError INVALID_ARGUMENT when the claims are not a readable object
 */
export function canPublishData(claims: ClaimsWith<"video">): boolean {
  return ask(claims, ["video"], ({ video }) => video?.canPublishData ?? video?.canPublish ?? true);
}

/**
 * Returns whether the holder may receive the tracks of others. Default: true.
 *
 * Source of the rule: `VideoGrant.GetCanSubscribe` in Go.
 *
 * @throws AccessTokenError INVALID_ARGUMENT when the claims are not a readable object
 */
export function canSubscribe(claims: ClaimsWith<"video">): boolean {
  return ask(claims, ["video"], ({ video }) => video?.canSubscribe ?? true);
}

/**
 * Returns whether the holder may change its own name, metadata and attributes. Default: false.
 *
 * Source of the rule: `VideoGrant.GetCanUpdateOwnMetadata` in Go.
 *
 * @throws AccessTokenError INVALID_ARGUMENT when the claims are not a readable object
 */
export function canUpdateOwnMetadata(claims: ClaimsWith<"video">): boolean {
  return ask(claims, ["video"], ({ video }) => video?.canUpdateOwnMetadata ?? false);
}
