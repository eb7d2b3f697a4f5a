import type { TrackSource } from "../../generated/types.js";
import { enumName } from "../room-config/enums.js";
import { ask } from "./ask.js";
import type { ClaimsWith } from "./claims-with.js";

/**
 * Whether the holder may publish tracks in the room: of one source, or, without one, of any source at all.
 *
 * Sources are compared exactly: a token that permits "MICROPHONE" permits no microphone. An empty list permits every
 * source. Go: `VideoGrant.GetCanPublishSource`, without a source `VideoGrant.GetCanPublish`, which looks at no list.
 *
 * @param source in lower case, as the token names it
 */
export function canPublish(claims: ClaimsWith<"video">, source?: TrackSource | (string & {})): boolean {
  return ask(claims, ["video"], ({ video }) => {
    if (video?.canPublish === false) return false;
    const sources = publishSources(video);
    return source === undefined || sources.length === 0 || sources.includes(source);
  });
}

/** The sources by name; claims that were not signed yet may have the numbers of protobuf. */
export function publishSources(video: ClaimsWith<"video">["video"]): string[] {
  return (video?.canPublishSources ?? []).map((source) => String(enumName<unknown>(source, "TrackSource")));
}

/** Whether the holder may send data messages; as canPublish says unless told. Go: `VideoGrant.GetCanPublishData`. */
export function canPublishData(claims: ClaimsWith<"video">): boolean {
  return ask(claims, ["video"], ({ video }) => video?.canPublishData ?? video?.canPublish ?? true);
}

/** Whether the holder may receive tracks of others; permitted unless told. Go: `VideoGrant.GetCanSubscribe`. */
export function canSubscribe(claims: ClaimsWith<"video">): boolean {
  return ask(claims, ["video"], ({ video }) => video?.canSubscribe ?? true);
}

/**
 * Whether the holder may change its own name, metadata and attributes; not unless told. Go:
 * `VideoGrant.GetCanUpdateOwnMetadata`.
 */
export function canUpdateOwnMetadata(claims: ClaimsWith<"video">): boolean {
  return ask(claims, ["video"], ({ video }) => video?.canUpdateOwnMetadata ?? false);
}
