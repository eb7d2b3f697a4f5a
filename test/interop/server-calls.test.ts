import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import WebSocket from "ws";
import { TokenVerifier } from "../../src/index.js";
import { CALLS, type Call, type CallName, lacksFor, needsOf } from "../../src/permissions/calls.js";
import type { LiveKitServer } from "./server.js";
import { tokenFor } from "./server-claims.js";
import { describeServers } from "./server-suite.js";

type Claims = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
type Need = readonly [claim: string, member: string, value: unknown];

const ROOM = "lobby";
const DESTINATION = "hall";
const DENIED = "denied";
const names = Object.keys(CALLS) as CallName[];
const callOf = (name: CallName): Call => CALLS[name];

/** A request for the room, with all members that a call reads. */
function requestFor(name: CallName, room: string): object {
  if (name === "CreateRoom") return { name: room };
  // An older server looks at the other members of this one before the grants.
  if (name === "TransferSIPParticipant") return { roomName: room, participantIdentity: "bob", transferTo: "tel:+1" };
  return { room, destinationRoom: DESTINATION };
}

/** Returns the minimal grants in the table: grants that are true, and rooms. */
function needsOfTable(name: CallName): Need[] {
  const { grants, rooms } = callOf(name);
  return [
    ...grants.map((grant): Need => [...(grant.split(".") as [string, string]), true]),
    ...(rooms === undefined ? [] : [["video", "room", ROOM] as const]),
    ...(rooms === "source and destination" ? [["video", "destinationRoom", DESTINATION] as const] : []),
  ];
}

function claimsWith(needs: readonly Need[]): Claims {
  const claims: Record<string, Record<string, unknown>> = { video: {}, sip: { admin: false, call: false } };
  for (const [claim, member, value] of needs) claims[claim] = { ...claims[claim], [member]: value };
  return claims;
}

/** All grants for calls. */
const ALL = claimsWith(names.flatMap(needsOfTable));

/** Returns all grants except one, which is false or for another room. */
function allBut([claim, member, value]: Need): Claims {
  return { ...ALL, [claim]: { ...ALL[claim], [member]: value === true ? false : "elsewhere" } };
}

/** Returns "denied", or another answer of the server. */
async function ask(server: LiveKitServer, name: CallName, claims: Claims, room = ROOM): Promise<string> {
  const token = await tokenFor(server, { sub: "alice", ...claims }).toJwt();
  if (name === "Join") return (await server.validate(token)).status === 200 ? "permitted" : DENIED;
  if (name === "WHIP") return publishes(server, token);
  if (name === "RegisterWorker") return registers(server, token);
  const answer = await server.twirp(`${callOf(name).service}/${name}`, token, requestFor(name, room));
  const { code, msg } = answer.json;
  if (code === "unauthenticated" && msg === "permissions denied") return DENIED;
  return code === "bad_route" ? "no such call" : "permitted";
}

/** Sends a body that is no offer: a server that permits the call answers 400. */
async function publishes({ url }: LiveKitServer, token: string): Promise<string> {
  const headers = { "Content-Type": "application/sdp", Authorization: `Bearer ${token}` };
  const { status } = await fetch(`${url}/whip/v1`, { method: "POST", headers, body: "no offer" });
  if (status === 404) return "no such call";
  return status === 401 ? DENIED : "permitted";
}

function registers({ wsUrl }: LiveKitServer, token: string): Promise<string> {
  const socket = new WebSocket(`${wsUrl}/agent`, { headers: { Authorization: `Bearer ${token}` } });
  return new Promise((resolve) => {
    socket.on("open", () => {
      socket.close();
      resolve("permitted");
    });
    socket.on("error", () => resolve(DENIED));
  });
}

/** Denials come at once; a call that is permitted may wait long for a service that is not connected. */
const PATIENCE_MS = 1_000;

function isDeniedAtOnce(server: LiveKitServer, name: CallName, claims: Claims): Promise<boolean> {
  const answer = ask(server, name, claims).then(
    (answered) => answered === DENIED,
    () => false,
  );
  return Promise.race([answer, sleep(PATIENCE_MS, false)]);
}

describeServers("what a call needs", (server) => {
  describe.each(names)("%s", (name) => {
    it("is permitted by exactly the grants in the table", async () => {
      const least = claimsWith(needsOfTable(name));
      expect(await isDeniedAtOnce(server(), name, least)).toBe(false);
      expect(await answer(least, name)).toEqual([]);
    });

    it("is denied without any of the grants in the table", async () => {
      // A call that a server does not have yet is never denied.
      if ((await ask(server(), name, claimsWith([]))) === "no such call") return;
      for (const need of needsOfTable(name)) {
        // Joining is permitted in any case, since the room is that of the token.
        if (callOf(name).joins && need[1] === "room") continue;
        expect([need, await ask(server(), name, allBut(need))]).toEqual([need, DENIED]);
        if (need[1] !== "destinationRoom") expect(await answer(allBut(need), name)).not.toEqual([]);
      }
      expect(await ask(server(), name, claimsWith([]))).toBe(DENIED);
    });

    it("is denied in another room", async () => {
      if (callOf(name).rooms === undefined || callOf(name).joins) return;
      const answered = await ask(server(), name, ALL, "elsewhere");
      expect(["no such call", DENIED]).toContain(answered);
      expect(needsOf(name)).toContain("video.room");
    });
  });

  /** Returns the grants that the claims lack for the call, by our table. */
  async function answer(claims: Claims, name: CallName): Promise<string[]> {
    const { key, secret } = server();
    const token = await tokenFor(server(), { sub: "alice", ...claims }).toJwt();
    return lacksFor(name, await TokenVerifier.withApiKey(key, secret).verify(token), ROOM);
  }
});
