import { ParticipantPermission as Message, TrackSource } from "@livekit/protocol";
import { describe, expect, it } from "vitest";
import { AccessTokenError, buildClaims, type Claims, type ClaimsInit } from "../../src/index.js";
import * as permissions from "../../src/permissions.js";

type Init = Omit<ClaimsInit, "exp" | "iss">;
type Question = (claims: Claims | Init) => unknown;

/** Returns the answer for the claims. It must be the same when every default is filled in. */
function answer(question: Question, claims: Init): unknown {
  const given = question(claims);
  expect(question(buildClaims({ exp: 1, iss: "k", ...claims }))).toEqual(given);
  return given;
}

const { canPublish, canPublishData, canSubscribe, canUpdateOwnMetadata } = permissions;

describe("permissions in the room", () => {
  it.each<[boolean, Question, Init["video"]]>([
    [true, canPublish, undefined],
    [true, canPublish, {}],
    [true, canPublish, { canPublish: true }],
    [false, canPublish, { canPublish: false }],
    [true, canPublish, { canPublishSources: ["camera"] }],
    [false, canPublish, { canPublish: false, canPublishSources: ["camera"] }],
    [true, (claims) => canPublish(claims, "camera"), {}],
    [true, (claims) => canPublish(claims, "camera"), { canPublishSources: [] }],
    [true, (claims) => canPublish(claims, "camera"), { canPublishSources: ["microphone", "camera"] }],
    [false, (claims) => canPublish(claims, "camera"), { canPublishSources: ["microphone"] }],
    [false, (claims) => canPublish(claims, "camera"), { canPublish: false, canPublishSources: ["camera"] }],
    [false, (claims) => canPublish(claims, "camera"), { canPublishSources: ["CAMERA" as "camera"] }],
    [false, (claims) => canPublish(claims, "CAMERA"), { canPublishSources: ["camera"] }],
    [false, (claims) => canPublish(claims, ""), { canPublishSources: ["camera"] }],
    [true, canPublishData, {}],
    [false, canPublishData, { canPublish: false }],
    [true, canPublishData, { canPublish: false, canPublishData: true }],
    [false, canPublishData, { canPublish: true, canPublishData: false }],
    [true, canSubscribe, {}],
    [false, canSubscribe, { canSubscribe: false }],
    [false, canUpdateOwnMetadata, {}],
    [true, canUpdateOwnMetadata, { canUpdateOwnMetadata: true }],
  ])("returns %s: %o %o", (expected, question, video) => {
    expect(answer(question, video === undefined ? {} : { video })).toBe(expected);
  });
});

describe("canJoin", () => {
  const join: Question = (claims) => permissions.canJoin(claims, "r");
  it.each<[boolean, Init]>([
    [true, { sub: "alice", video: { roomJoin: true, room: "r" } }],
    [true, { jti: "alice", video: { roomJoin: true, room: "r" } }],
    [false, { video: { roomJoin: true, room: "r" } }],
    [false, { sub: "alice", video: { room: "r" } }],
    [false, { sub: "alice", video: { roomJoin: true, room: "R" } }],
    [false, { sub: "alice", video: { roomJoin: true } }],
    [false, { sub: "alice", video: { roomAdmin: true, room: "r" } }],
    [false, {}],
  ])("returns %s for %o", (expected, claims) => {
    expect(answer(join, claims)).toBe(expected);
  });

  it("returns false for an empty room name", () => {
    expect(permissions.canJoin({ sub: "a", video: { roomJoin: true, room: "" } }, "")).toBe(false);
    expect(permissions.canJoin({ sub: "a", video: { roomJoin: true } }, "")).toBe(false);
  });
});

describe("canAdminRoom", () => {
  it.each<[boolean, string, Init]>([
    [true, "r", { video: { roomAdmin: true, room: "r" } }],
    [false, "s", { video: { roomAdmin: true, room: "r" } }],
    [false, "r", { video: { roomAdmin: true } }],
    [true, "", { video: { roomAdmin: true } }],
    [false, "r", { video: { roomJoin: true, room: "r" } }],
    [false, "", {}],
  ])("returns %s for the room %j and %o", (expected, room, claims) => {
    expect(answer((each) => permissions.canAdminRoom(each, room), claims)).toBe(expected);
  });
});

describe("permissions on all rooms", () => {
  const questions = {
    roomList: permissions.canListRooms,
    roomCreate: permissions.canCreateRooms,
    roomRecord: permissions.canRecord,
    ingressAdmin: permissions.canAdminIngress,
  };
  it.each(Object.entries(questions))("depend on %s alone", (member, question) => {
    expect(answer(question, {})).toBe(false);
    for (const other of [...Object.keys(questions), "roomAdmin", "roomJoin"]) {
      expect(answer(question, { sub: "a", video: { room: "r", [other]: true } })).toBe(other === member);
    }
  });
});

describe("canCallAgentEndpoint", () => {
  it.each<[boolean, Init["agentEndpoint"]]>([
    [true, { call: true }],
    [true, { call: true, agentName: "", deployment: "" }],
    [true, { call: true, agentName: "a", deployment: "d" }],
    [true, { call: true, deployment: "d" }],
    [false, { call: true, agentName: "A", deployment: "d" }],
    [false, { call: true, agentName: "a", deployment: "e" }],
    [false, { agentName: "a", deployment: "d" }],
    [false, undefined],
  ])("returns %s for %o", (expected, agentEndpoint) => {
    const question: Question = (claims) => permissions.canCallAgentEndpoint(claims, "a", "d");
    expect(answer(question, agentEndpoint === undefined ? {} : { agentEndpoint })).toBe(expected);
  });
});

describe("agent threads", () => {
  const inScope = { list: permissions.canListAgentThreads, create: permissions.canCreateAgentThreads };
  it.each(Object.entries(inScope))("%s depends on the scope", (action, can) => {
    const ask = (agentThread: object, scope = "s") => answer((claims) => can(claims, scope), { agentThread });
    expect(ask({ [action]: true, scope: "s" })).toBe(true);
    expect(ask({ [action]: true, all: true })).toBe(true);
    expect(ask({ [action]: true, all: true }, "")).toBe(true);
    expect(ask({ [action]: true, scope: "S" })).toBe(false);
    expect(ask({ [action]: true, scope: "" }, "")).toBe(false);
    expect(ask({ [action]: true, threadIds: ["s"] })).toBe(false);
    const others = { all: true, list: true, create: true, read: true, write: true, delete: true, [action]: false };
    expect(ask(others)).toBe(false);
    expect(can({}, "s")).toBe(false);
  });

  const byId = {
    read: permissions.canReadAgentThread,
    write: permissions.canWriteAgentThread,
    delete: permissions.canDeleteAgentThread,
  };
  it.each(Object.entries(byId))("%s depends on the ids", (action, can) => {
    const ask = (agentThread: object, id = "t") => answer((claims) => can(claims, id), { agentThread });
    expect(ask({ [action]: true, threadIds: ["s", "t"] })).toBe(true);
    expect(ask({ [action]: true, all: true })).toBe(true);
    expect(ask({ [action]: true, all: true }, "")).toBe(false);
    expect(ask({ [action]: true, threadIds: [""] }, "")).toBe(false);
    expect(ask({ [action]: true, scope: "t" })).toBe(false);
    expect(ask({ [action]: true })).toBe(false);
    const others = { all: true, list: true, create: true, read: true, write: true, delete: true, [action]: false };
    expect(ask(others)).toBe(false);
    expect(can({}, "t")).toBe(false);
  });

  it("can be updated only with all and write", () => {
    const ask = (agentThread: object) => answer(permissions.canUpdateAgentThreads, { agentThread });
    expect(ask({ all: true, write: true })).toBe(true);
    expect(ask({ all: true })).toBe(false);
    expect(ask({ write: true, threadIds: ["t"] })).toBe(false);
    expect(permissions.canUpdateAgentThreads({})).toBe(false);
  });
});

describe("participantPermission", () => {
  it("returns the permissions of the defaults", () => {
    expect(answer(permissions.participantPermission, {})).toEqual({
      canSubscribe: true,
      canPublish: true,
      canPublishData: true,
      canPublishSources: [],
      hidden: false,
      recorder: false,
      canUpdateMetadata: false,
      agent: false,
      canSubscribeMetrics: false,
      canManageAgentSession: false,
    });
  });

  it("returns the JSON of the protocol's message, with every member", () => {
    const permission = permissions.participantPermission({
      video: {
        canPublish: false,
        canPublishSources: ["camera", "SCREEN_SHARE" as "screen_share", "hologram" as "camera"],
        hidden: true,
        agent: true,
        canUpdateOwnMetadata: true,
        canManageAgentSession: true,
      },
    });
    expect(Object.keys(permission).sort()).toEqual(
      Message.fields
        .list()
        .map((field) => field.jsonName)
        .sort(),
    );
    expect(Message.fromJson(JSON.parse(JSON.stringify(permission)))).toMatchObject({
      canPublish: false,
      canPublishData: false,
      canPublishSources: [TrackSource.CAMERA, TrackSource.SCREEN_SHARE, TrackSource.UNKNOWN],
      hidden: true,
      recorder: false,
      agent: true,
      canUpdateMetadata: true,
      canManageAgentSession: true,
    });
  });

  it("takes each member from its own grant", () => {
    const members = ["hidden", "recorder", "agent", "canSubscribeMetrics", "canManageAgentSession"] as const;
    const nothing = permissions.participantPermission({});
    for (const member of members) {
      expect(permissions.participantPermission({ video: { [member]: true } })).toEqual({ ...nothing, [member]: true });
    }
  });
});

describe("every permission", () => {
  const questions = Object.entries(permissions) as [string, (claims: unknown, ...names: string[]) => unknown][];

  it.each(questions)("%s throws INVALID_ARGUMENT for what is no plain object, which it names", (_, question) => {
    for (const [claims, got] of [
      [null, "null"],
      [undefined, "undefined"],
      ["text", "a string"],
      [[], "an array"],
      [Promise.resolve({}), "an instance of Promise"],
      [new Map(), "an instance of Map"],
    ]) {
      const message = `the claims must be a plain object; got ${got}`;
      expect(() => question(claims, "a", "b")).toThrow(new AccessTokenError("INVALID_ARGUMENT", message));
    }
  });

  it.each(questions)("%s reads own members only", (_, question) => {
    const grant = { all: true, roomAdmin: true, roomJoin: true, room: "a", call: true, read: true, write: true };
    const inherited = { ...grant, list: true, create: true, delete: true, roomList: true, roomCreate: true };
    const all = { ...inherited, roomRecord: true, ingressAdmin: true, canUpdateOwnMetadata: true, threadIds: ["a"] };
    const claims = { video: all, agentThread: all, agentEndpoint: all, sub: "a" };
    const expected = question({}, "a", "b");
    expect(() => question(Object.create(claims), "a", "b")).toThrow(AccessTokenError);
    expect(
      question({ video: Object.create(null), agentThread: Object.create(null), agentEndpoint: {} }, "a", "b"),
    ).toEqual(expected);
  });

  it("threadIds that are a text permit no thread", () => {
    const agentThread = { read: true, threadIds: "thread-1" as never };
    expect(permissions.canReadAgentThread({ agentThread }, "thread")).toBe(false);
  });
});
