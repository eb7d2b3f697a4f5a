import type { ClaimsWith } from "./claims-with.js";

/**
 * Whether the holder may join a room. Requires roomJoin for exactly that room, and an identity: `sub`, or `jti` when
 * `sub` is empty. Does not check the server's limits of length, which lint reports. Go: livekit-server's
 * `EnsureJoinPermission` and the further checks of `ValidateConnectRequest`.
 */
export function canJoin(claims: ClaimsWith<"video" | "sub" | "jti">, room: string): boolean {
  const { video, sub, jti } = claims;
  return video?.roomJoin === true && room !== "" && video.room === room && Boolean(sub || jti);
}

/** Whether the holder may moderate exactly this room. Go: livekit-server's `EnsureAdminPermission`. */
export function canAdminRoom({ video }: ClaimsWith<"video">, room: string): boolean {
  return video?.roomAdmin === true && (video.room ?? "") === room;
}

/** Whether the holder may list the open rooms. Go: livekit-server's `EnsureListPermission`. */
export function canListRooms({ video }: ClaimsWith<"video">): boolean {
  return video?.roomList === true;
}

/** Whether the holder may create and delete rooms of any name. Go: livekit-server's `EnsureCreatePermission`. */
export function canCreateRooms({ video }: ClaimsWith<"video">): boolean {
  return video?.roomCreate === true;
}

/** Whether the holder may start, stop and list egress in any room. Go: livekit-server's `EnsureRecordPermission`. */
export function canRecord({ video }: ClaimsWith<"video">): boolean {
  return video?.roomRecord === true;
}

/** Whether the holder may manage every ingress. Go: livekit-server's `EnsureIngressAdminPermission`. */
export function canAdminIngress({ video }: ClaimsWith<"video">): boolean {
  return video?.ingressAdmin === true;
}
