import { enums, shapes } from "../../generated/shapes.js";
import type { Claims, VideoGrants } from "../../generated/types.js";
import { canPublish, canPublishData, canSubscribe, canUpdateOwnMetadata } from "../permissions/participants.js";
import {
  canAdminIngress,
  canAdminRoom,
  canCreateRooms,
  canJoin,
  canListRooms,
  canRecord,
} from "../permissions/rooms.js";
import { type Describe, listed, may, mayNot, type Permission, quoted } from "./permission.js";

type Member = keyof VideoGrants;

/** Grants outside of a room that have a rule of their own. All others permit what they say when they are true. */
const ANSWERS: Readonly<Partial<Record<Member, (claims: Claims) => boolean>>> = {
  roomCreate: canCreateRooms,
  roomList: canListRooms,
  roomRecord: canRecord,
  ingressAdmin: canAdminIngress,
};

/** Grants in the room that are reported as "may" or "may not" for a holder who may join. */
const IN_ROOM: Readonly<Partial<Record<Member, (claims: Claims) => boolean>>> = {
  canSubscribe,
  canPublishData,
  canUpdateOwnMetadata,
};

/** Grants in the room that are reported only when they are true. */
const IN_ROOM_IF_SET: readonly Member[] = ["hidden", "recorder", "canSubscribeMetrics"];

/** Members that have sentences of their own. */
const TOLD: readonly Member[] = ["roomJoin", "roomAdmin", "canPublish", ...IN_ROOM_IF_SET];

export function roomPermissions(claims: Claims, describe: Describe, joiningRefusal?: string): Permission[] {
  const { video } = claims;
  const words = (member: Member): string => describe("VideoGrants", member);
  const rest = (Object.keys(shapes.VideoGrants ?? {}) as Member[]).filter((member) => {
    if (TOLD.includes(member) || member in IN_ROOM) return false;
    return ANSWERS[member]?.(claims) ?? video[member] === true;
  });
  return [
    ...joining(claims, words, joiningRefusal),
    ...moderating(claims, words),
    ...rest.map((member) => may(words(member))),
  ];
}

function joining(claims: Claims, words: (member: Member) => string, refusal?: string): Permission[] {
  const { video, sub, jti } = claims;
  if (!canJoin(claims, video.room)) return [mayNot(`join a room: ${whyNoJoin(claims)}`)];
  if (refusal !== undefined) return [mayNot(`join a room: ${refusal}`)];
  const answers = Object.entries(IN_ROOM) as [Member, (claims: Claims) => boolean][];
  return [
    may(`join the room ${quoted(video.room)} as ${quoted(sub || (jti ?? ""))}`),
    publishing(claims, words("canPublish")),
    ...answers.map(([member, answer]) => (answer(claims) ? may : mayNot)(words(member))),
    ...IN_ROOM_IF_SET.filter((member) => video[member] === true).map((member) => may(words(member))),
  ];
}

function whyNoJoin({ video }: Claims): string {
  if (!video.roomJoin) return "roomJoin is not granted";
  return video.room === "" ? "video.room is empty" : "sub is empty; a participant needs an identity";
}

function publishing(claims: Claims, words: string): Permission {
  if (!canPublish(claims)) return mayNot(words);
  const sources = Object.keys(enums.TrackSource);
  const permitted = sources.filter((source) => canPublish(claims, source));
  if (permitted.length === 0) return mayNot(`${words}: canPublishSources has no known source`);
  return may(permitted.length === sources.length ? words : `${words}, but only of ${listed(permitted)}`);
}

function moderating(claims: Claims, words: (member: Member) => string): Permission[] {
  const { room, roomAdmin, destinationRoom } = claims.video;
  if (!roomAdmin) return [];
  if (!canAdminRoom(claims, room) || room === "") return [mayNot("moderate a room: video.room is empty")];
  return [
    may(words("roomAdmin").replace("the room named in room", `the room ${quoted(room)}`)),
    // Go: livekit-server's EnsureDestRoomPermission.
    ...(destinationRoom
      ? [may(`forward and move participants from there to the room ${quoted(destinationRoom)}`)]
      : []),
  ];
}
