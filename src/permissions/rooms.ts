import { ask } from "./ask.js";
import type { ClaimsWith } from "./claims-with.js";

/**
 * Whether the holder may join a room. Requires roomJoin for exactly that room, and an identity: `sub`, or `jti` when
 * `sub` is empty. Does not check the server's limits of length, which lint reports. Go: livekit-server's
 * `EnsureJoinPermission` and the further checks of `ValidateConnectRequest`.
 */
export function canJoin(claims: ClaimsWith<"video" | "sub" | "jti">, room: string): boolean {
  return ask(
    claims,
    ["video", "sub", "jti"],
    ({ video, sub, jti }) => video?.roomJoin === true && room !== "" && video.room === room && Boolean(sub || jti),
  );
}

/** Whether the holder may moderate exactly this room. Go: livekit-server's `EnsureAdminPermission`. */
export function canAdminRoom(claims: ClaimsWith<"video">, room: string): boolean {
  return ask(claims, ["video"], ({ video }) => video?.roomAdmin === true && (video.room ?? "") === room);
}

/** Whether the holder may list the open rooms. Go: livekit-server's `EnsureListPermission`. */
export function canListRooms(claims: ClaimsWith<"video">): boolean {
  return ask(claims, ["video"], ({ video }) => video?.roomList === true);
}

/** Whether the holder may create and delete rooms of any name. Go: livekit-server's `EnsureCreatePermission`. */
export function canCreateRooms(claims: ClaimsWith<"video">): boolean {
  return ask(claims, ["video"], ({ video }) => video?.roomCreate === true);
}

/** Whether the holder may start, stop and list egress in any room. Go: livekit-server's `EnsureRecordPermission`. */
export function canRecord(claims: ClaimsWith<"video">): boolean {
  return ask(claims, ["video"], ({ video }) => video?.roomRecord === true);
}

/** Whether the holder may manage every ingress. Go: livekit-server's `EnsureIngressAdminPermission`. */
export function canAdminIngress(claims: ClaimsWith<"video">): boolean {
  return ask(claims, ["video"], ({ video }) => video?.ingressAdmin === true);
}
