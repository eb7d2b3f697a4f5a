import { describe, expect, it } from "vitest";
import { tokenFor } from "./server-claims.js";
import { describeServers } from "./server-suite.js";

const DENIED = { status: 401, json: { code: "unauthenticated", msg: "permissions denied" } };

/** Calls, and the least that they need. Where the grants suffice, some fail later, as no such service is connected. */
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

/** All that a token may grant. */
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

describeServers("what the grants open", (server) => {
  describe.each(calls)("%s", (method, body, needed) => {
    it("is open to a token that grants it and no more, full or compact", async () => {
      for (const compact of [false, true]) {
        const token = await tokenFor(server(), needed).toJwt({ compact });
        const answer = await server().twirp(method, token, body);
        expect(answer.status).not.toBe(401);
        expect(answer.json.code).not.toBe("unauthenticated");
      }
    });

    it("is closed to a token that grants all but what it needs", async () => {
      for (const [grants, members] of Object.entries(needed)) {
        for (const member of Object.keys(members).filter((name) => members[name as never])) {
          const lacking = { ...ALL, [grants]: { ...ALL[grants as keyof Claims], ...without(member) } };
          const token = await tokenFor(server(), lacking).toJwt();
          expect([member, await server().twirp(method, token, body)]).toEqual([member, DENIED]);
        }
      }
    });

    it("is closed to a token that grants nothing, and without one", async () => {
      expect(await server().twirp(method, await tokenFor(server(), {}).toJwt(), body)).toEqual(DENIED);
      expect(await server().twirp(method, undefined, body)).toEqual(DENIED);
    });
  });

  it("creates, lists and deletes a room", async () => {
    const token = await tokenFor(server(), { video: { roomCreate: true, roomList: true } }).toJwt({ compact: true });
    const created = await server().twirp("RoomService/CreateRoom", token, { name: "green", metadata: "text" });
    expect(created).toMatchObject({ status: 200, json: { name: "green", metadata: "text" } });
    const listed = await server().twirp("RoomService/ListRooms", token, { names: ["green"] });
    expect(listed.json).toMatchObject({ rooms: [{ name: "green", metadata: "text" }] });
    expect(await server().twirp("RoomService/DeleteRoom", token, { room: "green" })).toMatchObject({ status: 200 });
    const after = await server().twirp("RoomService/ListRooms", token, { names: ["green"] });
    expect(after.json).toEqual({ rooms: [] });
  });

  it("keeps a room's admin out of other rooms", async () => {
    const token = await tokenFor(server(), { video: { roomAdmin: true, room: "lobby" } }).toJwt();
    expect(await server().twirp("RoomService/ListParticipants", token, { room: "hall" })).toEqual(DENIED);
  });
});

/** A grant taken back: another text in place of a room's name. */
const without = (member: string): object => ({ [member]: /room$/i.test(member) ? "elsewhere" : false });
