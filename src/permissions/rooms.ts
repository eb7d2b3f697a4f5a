import type { ClaimsWith } from "./claims-with.js";

/**
 * Whether the holder may join a room. It takes the grant, for that very room, and an identity, which is `sub`, or `jti` when
 * `sub` is empty. Go: livekit-server's `EnsureJoinPermission` with what `ValidateConnectRequest` asks beyond it; its limits
 * of length are lint's matter.
 */
export function canJoin(claims: ClaimsWith<"video" | "sub" | "jti">, room: string): boolean {
  const { video, sub, jti } = claims;
  return video?.roomJoin === true && room !== "" && video.room === room && Boolean(sub || jti);
}

/** Whether the holder may moderate a room: that very one. Go: livekit-server's `EnsureAdminPermission`. */
export function canAdminRoom({ video }: ClaimsWith<"video">, room: string): boolean {
  return video?.roomAdmin === true && (video.room ?? "") === room;
}

/** Whether the holder may list the open rooms. Go: livekit-server's `EnsureListPermission`. */
export function canListRooms({ video }: ClaimsWith<"video">): boolean {
  return video?.roomList === true;
}

/** Whether the holder may create and delete rooms, of any name. Go: livekit-server's `EnsureCreatePermission`. */
export function canCreateRooms({ video }: ClaimsWith<"video">): boolean {
  return video?.roomCreate === true;
}

/** Whether the holder may start, stop and list egress, of any room. Go: livekit-server's `EnsureRecordPermission`. */
export function canRecord({ video }: ClaimsWith<"video">): boolean {
  return video?.roomRecord === true;
}

/** Whether the holder may manage every ingress. Go: livekit-server's `EnsureIngressAdminPermission`. */
export function canAdminIngress({ video }: ClaimsWith<"video">): boolean {
  return video?.ingressAdmin === true;
}
