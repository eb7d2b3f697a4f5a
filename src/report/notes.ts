import type { Claims } from "../../generated/types.js";
import { canJoin } from "../permissions/rooms.js";

/** Returns what servers do with a token that is often not expected, as sentences. */
export function notesOf(claims: Claims, { hasEnd }: { readonly hasEnd: boolean }): string[] {
  return [...(canJoin(claims, claims.video.room) ? joiningNotes(claims) : []), ...(hasEnd ? [] : [WITHOUT_END])];
}

const WITHOUT_END =
  "Servers 1.13.5 and older accept a token without exp forever, and it cannot be revoked; 1.13.6 and newer refuse it.";

function joiningNotes({ video, roomConfig, metadata, roomPreset }: Claims): string[] {
  const room = JSON.stringify(video.room);
  const agents = roomConfig?.agents ?? [];
  const applies = agents.length > 0 ? "applies, and its agents are dispatched," : "applies";
  const notes: [unknown, string][] = [
    [true, opening(room, video.roomCreate)],
    [
      roomConfig,
      `The room configuration ${applies} only if this join opens the room, not if the room is open already.`,
    ],
    [roomPreset, "The room preset applies only if this join opens the room."],
    [video.roomCreate, "roomCreate also permits deleting every room."],
    [
      video.hidden,
      "A hidden participant and its tracks are not announced, but automatic subscription still sends the tracks: hidden does not guarantee privacy.",
    ],
    [
      metadata !== "" || agents.some((agent) => agent.metadata),
      "metadata belongs to the participant, and everybody in the room can read it; roomConfig.agents[].metadata belongs to the agent's job.",
    ],
  ];
  return notes.filter(([applies]) => Boolean(applies)).map(([, note]) => note);
}

function opening(room: string, create: boolean): string {
  return create
    ? `Joining opens the room ${room} if it is not open.`
    : `Joining opens the room ${room} if it is not open. If the server has auto_create off, this requires roomCreate.`;
}
