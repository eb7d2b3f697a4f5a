import { ask } from "./ask.js";
import type { ClaimsWith } from "./claims-with.js";

/**
 * Returns whether the holder may join a room. Requires roomJoin for exactly that room, and an identity: `sub`, or `jti` when
 * `sub` is empty. Does not check the server's limits of length, which lint reports.
 *
 * Source of the rule: `EnsureJoinPermission` of livekit-server, and the further checks of `ValidateConnectRequest`.
 *
 * @throws AccessTokenError INVALID_ARGUMENT when the claims are not a readable object
 */
export function canJoin(claims: ClaimsWith<"video" | "sub" | "jti">, room: string): boolean {
  return ask(
    claims,
    ["video", "sub", "jti"],
    ({ video, sub, jti }) => video?.roomJoin === true && room !== "" && video.room === room && Boolean(sub || jti),
  );
}

/**
 * Returns whether the holder may moderate a room. Requires roomAdmin for exactly that room.
 *
 * Source of the rule: `EnsureAdminPermission` of livekit-server.
 *
 * @throws AccessTokenError INVALID_ARGUMENT when the claims are not a readable object
 */
export function canAdminRoom(claims: ClaimsWith<"video">, room: string): boolean {
  return ask(claims, ["video"], ({ video }) => video?.roomAdmin === true && (video.room ?? "") === room);
}

/**
 * Returns whether the holder may list the open rooms.
 *
 * Source of the rule: `EnsureListPermission` of livekit-server.
 *
 * @throws AccessTokenError INVALID_ARGUMENT when the claims are not a readable object
 */
export function canListRooms(claims: ClaimsWith<"video">): boolean {
  return ask(claims, ["video"], ({ video }) => video?.roomList === true);
}

/**
 * Returns whether the holder may create and delete rooms of any name.
 *
 * Source of the rule: `EnsureCreatePermission` of livekit-server.
 *
 * @throws AccessTokenError INVALID_ARGUMENT when the claims are not a readable object
 */
export function canCreateRooms(claims: ClaimsWith<"video">): boolean {
  return ask(claims, ["video"], ({ video }) => video?.roomCreate === true);
}

/**
 * Returns whether the holder may start, stop and list egress in any room.
 *
 * Source of the rule: `EnsureRecordPermission` of livekit-server.
 *
 * @throws AccessTokenError INVALID_ARGUMENT when the claims are not a readable object
 */
export function canRecord(claims: ClaimsWith<"video">): boolean {
  return ask(claims, ["video"], ({ video }) => video?.roomRecord === true);
}

/**
 * Returns whether the holder may manage every ingress.
 *
 * Source of the rule: `EnsureIngressAdminPermission` of livekit-server.
 *
 * @throws AccessTokenError INVALID_ARGUMENT when the claims are not a readable object
 */
export function canAdminIngress(claims: ClaimsWith<"video">): boolean {
  return ask(claims, ["video"], ({ video }) => video?.ingressAdmin === true);
}
