import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { shapes } from "../../../generated/shapes.js";
import { buildClaims } from "../../../src/index.js";
import { CALLS, type Call, type CallName, lacksFor, needsOf, USUAL_CALLS } from "../../../src/permissions/calls.js";
import { ROOT } from "../../support/copies.js";
import { payload } from "../../support/tokens.js";

type Calls = Readonly<Record<string, Call>>;
const claimsOf = (claims: object) => buildClaims(payload({ ...claims }) as never);

it("has each call of LiveKit's SDK for Node in the table", () => {
  const services = ["RoomService", "Egress", "Ingress", "Sip", "AgentDispatch"];
  for (const service of services) {
    const file = `${ROOT}/node_modules/livekit-server-sdk/dist/${service}Client.js`;
    const made = [...readFileSync(file, "utf8").matchAll(/request\(\s*\w+,\s*"(\w+)"/g)].map(([, name]) => name);
    expect(made.length).toBeGreaterThan(2);
    // The protocol has deleted CreateSIPTrunk.
    expect(made.filter((name) => name !== "CreateSIPTrunk" && !Object.hasOwn(CALLS, name ?? ""))).toEqual([]);
  }
});

it("has only known grants in the table", () => {
  for (const { grants } of Object.values(CALLS) as Call[]) {
    for (const grant of grants) {
      const [claim = "", member = ""] = grant.split(".");
      expect(Object.keys(shapes[shapes.Claims?.[claim]?.of ?? ""] ?? {})).toContain(member);
    }
  }
});

describe("the grants that a token lacks", () => {
  it.each<[CallName, object, string | undefined, string[]]>([
    ["CreateRoom", { video: { roomCreate: true } }, undefined, []],
    ["DeleteRoom", { video: { roomAdmin: true, room: "r" } }, undefined, ["video.roomCreate is not true"]],
    ["SendData", { video: { roomAdmin: true, room: "r" } }, undefined, []],
    ["SendData", { video: { roomAdmin: true, room: "r" } }, "s", ['video.room is "r", not "s"']],
    ["SendData", { video: { roomAdmin: true } }, "s", ["video.room is empty"]],
    ["MoveParticipant", { video: { roomAdmin: true, room: "r" } }, "r", ["video.destinationRoom is empty"]],
    ["MoveParticipant", { video: { roomAdmin: true, room: "r", destinationRoom: "s" } }, "r", []],
    [
      "TransferSIPParticipant",
      { sip: { call: true, admin: false }, video: { room: "r" } },
      "r",
      ["video.roomAdmin is not true"],
    ],
    ["Join", { video: { roomJoin: true, room: "r" } }, "r", []],
    ["Join", { sub: "", video: { roomJoin: true, room: "r" } }, "r", ["sub is empty; a participant needs an identity"]],
    ["Join", { sub: "a", video: { room: "r" } }, "r", ["video.roomJoin is not true"]],
    ["WHIP", { video: { roomJoin: true, room: "r" } }, "r", []],
    ["WHIP", { video: { roomAdmin: true, room: "r" } }, "r", ["video.roomJoin is not true"]],
    ["RegisterWorker", {}, undefined, ["video.agent is not true"]],
  ])("are returned for %s with %j in the room %s", (name, claims, room, lacks) => {
    expect(lacksFor(name, claimsOf(claims), room)).toEqual(lacks);
  });

  it("are reported for a common call of each service", () => {
    const services = (names: readonly string[]) => new Set(names.map((name) => (CALLS as Calls)[name]?.service));
    expect(services(USUAL_CALLS)).toEqual(new Set([...services(Object.keys(CALLS))].filter((name) => name)));
  });

  it("are not empty for any common call of a token without grants", () => {
    for (const name of USUAL_CALLS) expect(lacksFor(name, claimsOf({}))).not.toEqual([]);
  });
});

describe("what a call needs", () => {
  it.each<[CallName, string]>([
    ["CreateRoom", "video.roomCreate"],
    ["SendData", "video.roomAdmin and the room in video.room"],
    ["MoveParticipant", "video.roomAdmin and the room in video.room and the room to go to in video.destinationRoom"],
    ["TransferSIPParticipant", "sip.call and video.roomAdmin and the room in video.room"],
    ["Join", "video.roomJoin and the room in video.room and an identity in sub"],
  ])("is named for %s: %s", (name, needs) => {
    expect(needsOf(name)).toBe(needs);
  });
});
