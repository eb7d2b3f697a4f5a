import { describe, expect, it } from "vitest";
import { tokenFor } from "./server-claims.js";
import { describeServers } from "./server-suite.js";

const DENIED = { status: 401, json: { code: "unauthenticated", msg: "permissions denied" } };

/**
 * Calls with the minimal grants that they need. Some fail later even with these grants, since the service is not
 * connected.
 */
const calls = [
  ["RoomService/CreateRoom", { name: "lobby" }, { video: { roomCreate: true } }],
  ["RoomService/ListRooms", {}, { video: { roomList: true } }],
  ["RoomService/DeleteRoom", { room: "nowhere" }, { video: { roomCreate: true } }],
  ["RoomService/ListParticipants", { room: "lobby" }, { video: { roomAdmin: true, room: "lobby" } }],
  ["RoomService/RemoveParticipant", { room: "lobby", identity: "x" }, { video: { roomAdmin: true, room: "lobby" } }],
  ["RoomService/UpdateRoomMetadata", { room: "nowhere" }, { video: { roomAdmin: true, room: "nowhere" } }],
  [
    "RoomService/MoveParticipant",
    { room: "lobby", identity: "x", destinationRoom: "lobby" },
    { video: { roomAdmin: true, room: "lobby", destinationRoom: "lobby" } },
  ],
  ["AgentDispatchService/ListDispatch", { room: "lobby" }, { video: { roomAdmin: true, room: "lobby" } }],
  ["Egress/ListEgress", {}, { video: { roomRecord: true } }],
  ["Ingress/ListIngress", {}, { video: { ingressAdmin: true } }],
  ["SIP/ListSIPInboundTrunk", {}, { sip: { admin: true, call: false } }],
  ["SIP/CreateSIPParticipant", { sipTrunkId: "ST_x", sipCallTo: "1" }, { sip: { admin: false, call: true } }],
] as const;

type Claims = { video?: Record<string, unknown>; sip?: Record<string, unknown> };

/** All grants of a token. */
const ALL: Claims = {
  video: {
    roomCreate: true,
    roomList: true,
    roomRecord: true,
    roomAdmin: true,
    room: "lobby",
    destinationRoom: "lobby",
    ingressAdmin: true,
  },
  sip: { admin: true, call: true },
};

describeServers("the calls that grants permit", (server) => {
  describe.each(calls)("%s", (method, body, needed) => {
    it("is permitted by the minimal grants, full or compact", async () => {
      for (const compact of [false, true]) {
        const token = await tokenFor(server(), needed).toJwt({ compact });
        const answer = await server().twirp(method, token, body);
        expect(answer.status).not.toBe(401);
        expect(answer.json.code).not.toBe("unauthenticated");
      }
    });

    it("is denied without one of the grants that it needs", async () => {
      for (const [grants, members] of Object.entries(needed)) {
        for (const member of Object.keys(members).filter((name) => members[name as never])) {
          const lacking = { ...ALL, [grants]: { ...ALL[grants as keyof Claims], ...without(member) } };
          const token = await tokenFor(server(), lacking).toJwt();
          expect([member, await server().twirp(method, token, body)]).toEqual([member, DENIED]);
        }
      }
    });

    it("is denied for a token without grants, and without a token", async () => {
      expect(await server().twirp(method, await tokenFor(server(), {}).toJwt(), body)).toEqual(DENIED);
      expect(await server().twirp(method, undefined, body)).toEqual(DENIED);
    });
  });

  it("create, list and delete a room", async () => {
    const token = await tokenFor(server(), { video: { roomCreate: true, roomList: true } }).toJwt({ compact: true });
    const created = await server().twirp("RoomService/CreateRoom", token, { name: "green", metadata: "text" });
    expect(created).toMatchObject({ status: 200, json: { name: "green", metadata: "text" } });
    const listed = await server().twirp("RoomService/ListRooms", token, { names: ["green"] });
    expect(listed.json).toMatchObject({ rooms: [{ name: "green", metadata: "text" }] });
    expect(await server().twirp("RoomService/DeleteRoom", token, { room: "green" })).toMatchObject({ status: 200 });
    const after = await server().twirp("RoomService/ListRooms", token, { names: ["green"] });
    expect(after.json).toEqual({ rooms: [] });
  });

  it("are denied to a room's admin in other rooms", async () => {
    const token = await tokenFor(server(), { video: { roomAdmin: true, room: "lobby" } }).toJwt();
    expect(await server().twirp("RoomService/ListParticipants", token, { room: "hall" })).toEqual(DENIED);
  });
});

/** Returns a grant with a member revoked, or with the name of another room. */
const without = (member: string): object => ({ [member]: /room$/i.test(member) ? "elsewhere" : false });
