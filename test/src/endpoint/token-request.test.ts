import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endpointShapes } from "../../../generated/endpoint.js";
import { parseTokenRequest } from "../../../src/endpoint.js";
import { snakeCase } from "../../../src/room-config/snake-case.js";
import { codeOf, pointersOf } from "../../support/tokens.js";

const REQUEST = {
  roomName: "stage",
  participantName: "Alice",
  participantIdentity: "alice",
  participantMetadata: "{}",
  participantAttributes: { seat: "4" },
  roomConfig: { emptyTimeout: 30, agents: [{ agentName: "guide" }] },
};

/** The same request with the names of the .proto file, as LiveKit's clients post it. */
const IN_SNAKE_CASE = {
  room_name: "stage",
  participant_name: "Alice",
  participant_identity: "alice",
  participant_metadata: "{}",
  participant_attributes: { seat: "4" },
  room_config: { empty_timeout: 30, agents: [{ agent_name: "guide" }] },
};

describe("parseTokenRequest", () => {
  it("has every member of the protocol in its examples", () => {
    const members = Object.keys(endpointShapes.TokenSourceRequest).sort();
    expect(Object.keys(REQUEST).sort()).toEqual(members);
    expect(Object.keys(IN_SNAKE_CASE).sort()).toEqual(members.map(snakeCase).sort());
  });

  it.each([
    ["a value with camelCase names", REQUEST],
    ["a value with the names of the .proto file", IN_SNAKE_CASE],
    ["text", JSON.stringify(IN_SNAKE_CASE)],
    ["bytes", new TextEncoder().encode(JSON.stringify(IN_SNAKE_CASE))],
    ["an ArrayBuffer", new TextEncoder().encode(JSON.stringify(IN_SNAKE_CASE)).buffer],
  ])("takes %s", (_, body) => {
    expect(parseTokenRequest(body)).toEqual(REQUEST);
  });

  it("takes {} as a valid request", () => {
    expect(parseTokenRequest("{}")).toEqual({});
    expect(parseTokenRequest({})).toEqual({});
  });

  it("ignores unknown members and nulls, as servers do", () => {
    expect(
      parseTokenRequest({ future: 1, room_name: null, room_config: { later: true, max_participants: "3" } }),
    ).toEqual({ roomConfig: { maxParticipants: 3 } });
  });

  it.each([
    ["", ""],
    ["[]", ""],
    ["null", ""],
    ['{"room_name":', ""],
    [new Uint8Array([0x7b, 0xff, 0x7d]), ""],
    [{ roomName: 5 }, "/roomName"],
    [{ room_name: {} }, "/roomName"],
    [{ participantAttributes: { seat: 4 } }, "/participantAttributes/seat"],
    [{ participantAttributes: ["seat"] }, "/participantAttributes"],
    [{ roomConfig: "none" }, "/roomConfig"],
    [{ room_config: { agents: [{ agent_name: 5 }] } }, "/roomConfig/agents/0/agentName"],
    [{ room_name: "a", roomName: "b" }, "/roomName"],
  ])("rejects %j at %j", async (body, pointer) => {
    expect(await codeOf(() => parseTokenRequest(body))).toBe("INVALID_REQUEST");
    expect(await pointersOf(() => parseTokenRequest(body))).toContain(pointer);
  });

  it("rejects what JSON cannot hold", async () => {
    expect(await pointersOf(() => parseTokenRequest({ roomName: 1n }))).toEqual(["/roomName"]);
  });

  it("returns a fresh value", () => {
    const body = structuredClone(REQUEST);
    const asked = parseTokenRequest(body);
    body.roomConfig.agents.push({ agentName: "intruder" });
    body.participantAttributes.seat = "5";
    expect(asked).toEqual(REQUEST);
  });

  it("throws nothing but INVALID_REQUEST, whatever it is given", () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.json(), fc.uint8Array()), (body) => {
        try {
          parseTokenRequest(body);
        } catch (error) {
          expect(error).toMatchObject({ name: "AccessTokenError", code: "INVALID_REQUEST" });
        }
      }),
    );
  });
});
