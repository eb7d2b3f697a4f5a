import type { Claims, SIPGrants, VideoGrants } from "../../generated/types.js";
import { canJoin } from "./rooms.js";

/** The path of a boolean grant that a call requires: "video.roomAdmin". */
export type NeededGrant = `video.${keyof VideoGrants & string}` | `sip.${keyof SIPGrants & string}`;

/** The requirements of a call: a method of the server's API, or another request that takes a token, such as Join. */
export interface Call {
  /** The Twirp service of the method. Absent for a request that is not a Twirp call. */
  readonly service?: string;
  /** The grants that must be true. */
  readonly grants: readonly NeededGrant[];
  /**
   * The rooms that must be in the claims: that of the call in `video.room`, and the one to go to in `video.destinationRoom`.
   * Absent if none must.
   */
  readonly rooms?: "source" | "source and destination";
  /** Set if the holder becomes a participant. This requires an identity. */
  readonly joins?: true;
}

const join = { grants: ["video.roomJoin"], rooms: "source", joins: true } as const;
const create: readonly NeededGrant[] = ["video.roomCreate"];
const admin = { grants: ["video.roomAdmin"], rooms: "source" } as const;
const egress = { service: "Egress", grants: ["video.roomRecord"] } as const;
const ingress = { service: "Ingress", grants: ["video.ingressAdmin"] } as const;
const sip = { service: "SIP", grants: ["sip.admin"] } as const;
const forward = { service: "RoomService", grants: ["video.roomAdmin"], rooms: "source and destination" } as const;

/**
 * The calls by name. Source of the rules: the functions `Ensure…Permission` of livekit-server. The tests with real servers
 * check this table.
 */
export const CALLS = {
  Join: join,
  WHIP: join,
  RegisterWorker: { grants: ["video.agent"] },
  CreateRoom: { service: "RoomService", grants: create },
  DeleteRoom: { service: "RoomService", grants: create },
  ListRooms: { service: "RoomService", grants: ["video.roomList"] },
  ListParticipants: { service: "RoomService", ...admin },
  GetParticipant: { service: "RoomService", ...admin },
  RemoveParticipant: { service: "RoomService", ...admin },
  MutePublishedTrack: { service: "RoomService", ...admin },
  UpdateParticipant: { service: "RoomService", ...admin },
  UpdateSubscriptions: { service: "RoomService", ...admin },
  SendData: { service: "RoomService", ...admin },
  UpdateRoomMetadata: { service: "RoomService", ...admin },
  PerformRpc: { service: "RoomService", ...admin },
  ForwardParticipant: forward,
  MoveParticipant: forward,
  CreateDispatch: { service: "AgentDispatchService", ...admin },
  DeleteDispatch: { service: "AgentDispatchService", ...admin },
  ListDispatch: { service: "AgentDispatchService", ...admin },
  StartEgress: egress,
  StartRoomCompositeEgress: egress,
  StartWebEgress: egress,
  StartParticipantEgress: egress,
  StartTrackCompositeEgress: egress,
  StartTrackEgress: egress,
  UpdateLayout: egress,
  UpdateStream: egress,
  ListEgress: egress,
  StopEgress: egress,
  CreateIngress: ingress,
  UpdateIngress: ingress,
  ListIngress: ingress,
  DeleteIngress: ingress,
  CreateSIPInboundTrunk: sip,
  CreateSIPOutboundTrunk: sip,
  UpdateSIPInboundTrunk: sip,
  UpdateSIPOutboundTrunk: sip,
  GetSIPInboundTrunk: sip,
  GetSIPOutboundTrunk: sip,
  ListSIPTrunk: sip,
  ListSIPInboundTrunk: sip,
  ListSIPOutboundTrunk: sip,
  DeleteSIPTrunk: sip,
  CreateSIPDispatchRule: sip,
  UpdateSIPDispatchRule: sip,
  ListSIPDispatchRule: sip,
  DeleteSIPDispatchRule: sip,
  CreateSIPParticipant: { service: "SIP", grants: ["sip.call"] },
  TransferSIPParticipant: { service: "SIP", grants: ["sip.call", "video.roomAdmin"], rooms: "source" },
} as const satisfies Readonly<Record<string, Call>>;

/** The name of a call in {@link CALLS}. */
export type CallName = keyof typeof CALLS;

/** The calls that most programs make. `inspect` reports those that are not permitted. */
export const USUAL_CALLS: readonly CallName[] = [
  "CreateRoom",
  "DeleteRoom",
  "ListRooms",
  "ListParticipants",
  "RemoveParticipant",
  "UpdateParticipant",
  "SendData",
  "CreateDispatch",
  "StartRoomCompositeEgress",
  "CreateIngress",
  "CreateSIPParticipant",
];

/**
 * Returns what claims lack for a call: "video.roomAdmin is not true". Empty when they permit it.
 *
 * @param room the room of the call; default: the one that the claims name
 */
export function lacksFor(name: CallName, claims: Claims, room: string = claims.video.room): string[] {
  const { grants, rooms, joins }: Call = CALLS[name];
  const { video } = claims;
  const missing: string[] = grants.filter((grant) => !has(claims, grant)).map((grant) => `${grant} is not true`);
  if (rooms !== undefined) {
    if (video.room === "") missing.push("video.room is empty");
    else if (video.room !== room) {
      missing.push(`video.room is ${JSON.stringify(video.room)}, not ${JSON.stringify(room)}`);
    }
  }
  if (rooms === "source and destination" && video.destinationRoom === "") {
    missing.push("video.destinationRoom is empty");
  }
  if (joins && missing.length === 0 && !canJoin(claims, room)) {
    missing.push("sub is empty; a participant needs an identity");
  }
  return missing;
}

/** Returns what a call needs: "video.roomAdmin and the room in video.room". */
export function needsOf(name: CallName): string {
  const { grants, rooms, joins }: Call = CALLS[name];
  const place = rooms === undefined ? [] : ["the room in video.room"];
  const destination = rooms === "source and destination" ? ["the room to go to in video.destinationRoom"] : [];
  const identity = joins ? ["an identity in sub"] : [];
  return [...grants, ...place, ...destination, ...identity].join(" and ");
}

function has(claims: Claims, grant: NeededGrant): boolean {
  const [claim, member] = grant.split(".") as ["video" | "sip", string];
  return (claims[claim] as unknown as Record<string, unknown>)[member] === true;
}
