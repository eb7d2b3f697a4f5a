import { createHmac } from "node:crypto";
import { AccessToken as OfficialToken, RoomAgentDispatch, RoomConfiguration } from "livekit-server-sdk";
import { describe, expect, it } from "vitest";
import { TokenVerifier } from "../../src/index.js";
import { base64url, codeOf, forge, payloadOf } from "../support/tokens.js";
import { claimCases, roomConfigCases, type ServerCase } from "./server-cases.js";
import { joining, payloadFor, tokenFor } from "./server-claims.js";
import { refusedMembers } from "./server-knowledge.js";
import { everyMember } from "./server-members.js";
import { JoinRefused, Participation } from "./server-signal.js";
import { describeServers } from "./server-suite.js";

const members = everyMember().filter(({ claims }) => "roomConfig" in claims);

describe("a room configuration is rejected exactly when the lenient server refuses it", () => {
  const key = { key: "key", secret: "secret" };

  // Cases of JSON text are lost in JSON.parse.
  it.each(roomConfigCases.filter(({ json }) => json === undefined))("with $name", async ({ claims, refusedBy }) => {
    const token = forge(payloadFor(key, joining(claims)), { secret: key.secret });
    const verdict = TokenVerifier.withApiKey(key.key, key.secret).verify(token);
    if (refusedBy.includes("1.13.5")) expect(await codeOf(verdict)).toBe("INVALID_CLAIMS");
    else expect((await verdict).sub).toBe("alice");
  });
});

describeServers("differences between servers", (server) => {
  const accepts = async (token: string): Promise<boolean> => (await server().validate(token)).status === 200;
  const isRefused = (name: string): boolean => refusedMembers(server().version).includes(name);

  function forgeCase({ claims, json }: Pick<ServerCase, "claims" | "json">): string {
    const text = JSON.stringify(payloadFor(server(), joining(json === undefined ? claims : {})));
    return forge(json === undefined ? text : `${text.slice(0, -1)},${json}}`, { secret: server().secret });
  }

  describe.each([
    ["a room configuration", roomConfigCases],
    ["other claims", claimCases],
  ])("%s", (_, cases) => {
    it.each(cases)("with $name", async (tested) => {
      expect(await accepts(forgeCase(tested))).toBe(!tested.refusedBy.includes(server().version));
    });
  });

  it("refuses exactly the unknown members of a room configuration", async () => {
    expect(members.length).toBeGreaterThan(300);
    for (const { name, path, claims } of members) {
      expect([path, await accepts(forgeCase({ claims }))]).toEqual([path, !isRefused(name)]);
    }
  });

  it("accepts our room configuration when it knows the members that are not at their default", async () => {
    for (const { name, path, claims } of members) {
      const token = await tokenFor(server(), joining(claims)).toJwt();
      const isWritten = name !== "RoomAgentDispatch.restartPolicy=JRP_ON_FAILURE";
      expect([path, await accepts(token)]).toEqual([path, !(isWritten && isRefused(name))]);
    }
  });

  it.each([
    ["a name", () => new RoomConfiguration({ name: "stage" })],
    ["an agent", () => new RoomConfiguration({ agents: [new RoomAgentDispatch({ agentName: "a" })] })],
  ])("refuses the token of livekit-server-sdk with %s unless it is lenient, and accepts ours", async (_, make) => {
    const { key, secret } = server();
    const official = new OfficialToken(key, secret, { identity: "alice" });
    official.addGrant({ roomJoin: true, room: "stage" });
    official.roomConfig = make();
    const token = await official.toJwt();
    expect(payloadOf(token)).toMatchObject({ roomConfig: { tags: {} } });
    const ours = await tokenFor(server(), joining()).withRoomConfig(make()).toJwt();
    expect(await server().validate(ours)).toEqual({ status: 200, text: "success" });
    expect(await accepts(token)).toBe(!isRefused("RoomConfiguration.tags"));
  });

  it("names the unknown member in its refusal", async () => {
    const { text } = await server().validate(forgeCase({ claims: { roomConfig: { tags: { a: "b" } } } }));
    expect(text).toMatch(isRefused("RoomConfiguration.tags") ? /unknown field "tags"/ : /^success$/);
  });

  it.each(["HS384", "HS512"])("accepts a token signed with %s only before it required HS256", async (alg) => {
    const input = [{ alg, typ: "JWT" }, payloadFor(server(), joining())].map((part) => base64url(JSON.stringify(part)));
    const hmac = createHmac(alg.replace("HS", "sha"), server().secret).update(input.join("."));
    expect(await accepts([...input, hmac.digest("base64url")].join("."))).toBe(server().version === "1.9.11");
  });

  it("validates a token with a room preset, but refuses to let its holder join", async () => {
    const token = await tokenFor(server(), joining({ roomPreset: "a" }, "preset")).toJwt();
    expect(await accepts(token)).toBe(true);
    await expect(Participation.join(server(), token)).rejects.toThrow(JoinRefused);
  });
});
