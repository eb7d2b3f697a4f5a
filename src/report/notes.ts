import type { Claims } from "../../generated/types.js";
import { canJoin } from "../permissions/rooms.js";

/** Returns what servers do with a token that is often not expected, as sentences. */
export function notesOf(claims: Claims, { hasEnd }: { readonly hasEnd: boolean }): string[] {
  return [...(canJoin(claims, claims.video.room) ? joiningNotes(claims) : []), ...(hasEnd ? [] : [WITHOUT_END])];
}

const WITHOUT_END =
  "Servers 1.13.5 and older take a token without exp for ever, and it cannot be called back; 1.13.6 and newer refuse it.";

function joiningNotes({ video, roomConfig, metadata, roomPreset }: Claims): string[] {
  const room = JSON.stringify(video.room);
  const agents = roomConfig?.agents ?? [];
  const withAgents = agents.length > 0 ? " and its agents" : "";
  const notes: [unknown, string][] = [
    [true, opening(room, video.roomCreate)],
    [
      roomConfig,
      `The room configuration${withAgents} apply only if this join opens the room: to a room that is open already, neither is applied, nor an agent dispatched.`,
    ],
    [roomPreset, "The room preset applies only if this join opens the room."],
    [video.roomCreate, "roomCreate also permits to delete rooms, of whatever name."],
    [
      video.hidden,
      "A hidden participant is not announced, nor are its tracks, though automatic subscription still sends them: hidden does not guarantee privacy.",
    ],
    [
      metadata !== "" || agents.some((agent) => agent.metadata),
      "metadata is the participant's, which everybody in the room reads; roomConfig.agents[].metadata is the job's.",
    ],
  ];
  return notes.filter(([applies]) => Boolean(applies)).map(([, note]) => note);
}

function opening(room: string, create: boolean): string {
  return create
    ? `Joining opens the room ${room} if it is not open.`
    : `Joining opens the room ${room} if it is not open, unless the server has auto_create off: then it takes roomCreate.`;
}
