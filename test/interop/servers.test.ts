import { describe, expect, it } from "vitest";
import { predict } from "../../src/targets.js";
import { codeOf, forge, forgeWith } from "../support/tokens.js";
import { joining, payloadFor, tokenFor } from "./server-claims.js";
import { everyMember } from "./server-members.js";
import { describeServers } from "./server-suite.js";

const SUCCESS = { status: 200, text: "success" };
const SECOND = 1000;
const MINUTE = 60 * SECOND;

const grants = everyMember().filter(({ claims }) => !("roomConfig" in claims));

describeServers("joining with a token", (server) => {
  const refusal = (status: number, text: RegExp) => ({ status, text: expect.stringMatching(text) });

  describe.each([{ compact: false }, { compact: true }])("minted with %o", (options) => {
    const verdict = async (claims: Record<string, unknown>) =>
      server().validate(await tokenFor(server(), joining(claims)).toJwt(options));

    it.each([
      ["no more than a room and an identity", {}],
      ["a name, metadata and attributes", { name: "Alice", metadata: "text", attributes: { seat: "12" } }],
      ["texts beyond ASCII and control characters", { name: "Åsa 🎥\u0000", attributes: { ключ: "\u2028" } }],
      ["all permissions denied", { video: { canPublish: false, canSubscribe: false, canPublishData: false } }],
      ["sources", { video: { canPublishSources: ["camera", "screen_share"] } }],
      ["a room configuration", { roomConfig: { emptyTimeout: 60, metadata: "text", agents: [{ agentName: "a" }] } }],
      ["an egress", { roomConfig: { egress: { tracks: { filepath: "{room_name}", s3: { bucket: "b" } } } } }],
    ])("is permitted with %s", async (_, claims) => {
      expect(await verdict(claims)).toEqual(SUCCESS);
    });

    it("is permitted with each claim and grant alone", async () => {
      expect(grants.length).toBeGreaterThan(50);
      for (const { path, claims } of grants) expect([path, await verdict(claims)]).toEqual([path, SUCCESS]);
    });

    it("is permitted with all claims and grants at once", async () => {
      expect(await verdict(merged(grants.map(({ claims }) => claims)))).toEqual(SUCCESS);
    });
  });

  it.each([
    ["signed with another secret", "secret", /^invalid token: /],
    ["issued with another key", "key", /^invalid API key: another/],
  ])("is refused when the token is %s", async (_, member, text) => {
    const token = await tokenFor({ ...server(), [member]: "another" }, joining()).toJwt();
    expect(await server().validate(token)).toEqual(refusal(401, text));
  });

  it("is refused when a part is from another token", async () => {
    const [header, payload, signature] = (await tokenFor(server(), joining()).toJwt()).split(".");
    const [, otherPayload, otherSignature] = (await tokenFor(server(), joining({ sub: "bob" })).toJwt()).split(".");
    const unsigned = Buffer.from('{"alg":"none"}').toString("base64url");
    for (const parts of [
      [header, otherPayload, signature],
      [header, payload, otherSignature],
      [unsigned, payload, signature],
      [unsigned, payload, ""],
      [header, payload, ""],
      [header, payload],
    ]) {
      expect(await server().validate(parts.join("."))).toMatchObject({ status: 401 });
    }
  });

  it.each([
    ["expired", -2 * MINUTE, refusal(401, /token is expired/)],
    ["expired less than a minute ago", -MINUTE - 30 * SECOND, SUCCESS],
    ["not valid yet", 2 * MINUTE, refusal(401, /token (is )?not valid yet/)],
    ["valid in less than a minute", 30 * SECOND, SUCCESS],
  ])("depends on the time: %s", async (_, offset, verdict) => {
    const token = await tokenFor(server(), joining())
      .withTtl("1m")
      .toJwt({ clock: () => Date.now() + offset });
    expect(await server().validate(token)).toEqual(verdict);
  });

  it.each([
    ["HS384", (claims: object) => forgeWith("HS384", claims, server().secret)],
    ["HS512", (claims: object) => forgeWith("HS512", claims, server().secret)],
    [
      "a crit member",
      (claims: object) => forge(claims, { header: { alg: "HS256", crit: ["x"], x: 1 }, secret: server().secret }),
    ],
  ])("is permitted or refused as predicted with the header of %s", async (_, sign) => {
    const token = sign(payloadFor(server(), joining()));
    const { status } = await server().validate(token);
    expect(status === 200).toBe(predict(`livekit-server@${server().version}`, token) === "accept");
  });

  it.each([
    ["no room", { video: { room: undefined } }, 400, /^no room name/],
    ["an empty room", { video: { room: "" } }, 400, /^no room name/],
    ["roomName for room", { video: { room: undefined, roomName: "stage" } }, 400, /^no room name/],
    ["no identity", { sub: undefined }, 400, /^identity cannot be empty/],
    ["an empty identity", { sub: "" }, 400, /^identity cannot be empty/],
  ])("is refused with %s, which we do not sign", async (_, claims, status, text) => {
    const joined = joining(claims);
    expect(await codeOf(tokenFor(server(), joined).toJwt())).toBe("INVALID_CLAIMS");
    const token = forge(payloadFor(server(), joined), { secret: server().secret });
    expect(await server().validate(token)).toEqual(refusal(status, text));
  });

  it.each([
    ["no roomJoin", { video: { roomJoin: false } }, 401, /^permissions denied/],
    ["a room's name over 256 bytes", { video: { room: "é".repeat(129) } }, 400, /^room name length exceeds limits/],
    ["an identity over 256 bytes", { sub: "é".repeat(129) }, 400, /^participant identity length exceeds limits/],
  ])("is refused with %s", async (_, claims, status, text) => {
    const token = await tokenFor(server(), joining(claims)).toJwt();
    expect(await server().validate(token)).toEqual(refusal(status, text));
  });
});

/** Merges the claims, and their grants member by member. */
function merged(all: readonly Readonly<Record<string, unknown>>[]): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const claims of all) {
    for (const [claim, value] of Object.entries(claims)) {
      const isObject = typeof value === "object" && !Array.isArray(value);
      result[claim] = isObject ? { ...(result[claim] as object | undefined), ...value } : value;
    }
  }
  return result;
}
