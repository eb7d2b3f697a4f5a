import { afterEach, describe, expect, it } from "vitest";
import { shapes } from "../../generated/shapes.js";
import {
  AccessToken,
  buildClaims,
  buildVideoGrants,
  Claims,
  type ClaimsInit,
  TokenVerifier,
  validateClaims,
  videoGrantsSchema,
} from "../../src/index.js";
import * as permissions from "../../src/permissions.js";
import { snakeCase } from "../../src/room-config/snake-case.js";
import { claimsOf } from "../support/readers.js";
import { clock, forge, KEY, payload, payloadOf, SECRET } from "../support/tokens.js";

/** The answers to every question about what claims permit. */
function permissionsOf(claims: unknown): unknown[] {
  return Object.values(permissions).map((question) =>
    (question as (claims: unknown, ...names: string[]) => unknown)(claims, "stage", "polluted"),
  );
}

/** Members that are assigned to Object.prototype, as prototype pollution does. */
const POLLUTION = {
  roomAdmin: true,
  canPublishData: false,
  agent: true,
  name: 5,
  tags: { a: "b" },
  video: { roomCreate: true },
  compact: true,
  profile: "decode",
  leeway: 10 ** 9,
  LIVEKIT_API_SECRET: "polluted",
};

const claims: ClaimsInit = {
  sub: "alice",
  video: { roomJoin: true, room: "stage" },
  roomConfig: { egress: { room: {} }, agents: [{ agentName: "a" }] },
};
const plain = payload({ ...claims });

afterEach(() => {
  for (const name of Object.keys(POLLUTION)) Reflect.deleteProperty(Object.prototype, name);
});

describe("a member of Object.prototype", () => {
  it("is not part of a minted token, compact or not", async () => {
    const mint = async (compact: boolean): Promise<unknown> =>
      payloadOf(
        await AccessToken.withApiKey(KEY, SECRET).withClaims(claims).withAgentGrants({}).toJwt({ clock, compact }),
      );
    const expected = [await mint(false), await mint(true)];
    Object.assign(Object.prototype, POLLUTION);
    expect([await mint(false), await mint(true)].map((each) => JSON.stringify(each))).toEqual(
      expected.map((each) => JSON.stringify(each)),
    );
  });

  it("is not part of the claims that are read", async () => {
    const tokens = [forge(plain), forge(payload()), forge(payload({ video: {}, agent: {} }))];
    const expected = await Promise.all(tokens.map(async (token) => JSON.stringify(await claimsOf(token))));
    Object.assign(Object.prototype, POLLUTION);
    for (const [index, token] of tokens.entries()) {
      expect(JSON.stringify(await claimsOf(token))).toBe(expected[index]);
      expect(JSON.stringify(Claims.fromUnverified(token))).toBe(expected[index]);
    }
  });

  it("is not built or validated", () => {
    const built = [JSON.stringify(buildClaims(claims)), JSON.stringify(buildVideoGrants({ room: "r" }))];
    Object.assign(Object.prototype, POLLUTION);
    expect([JSON.stringify(buildClaims(claims)), JSON.stringify(buildVideoGrants({ room: "r" }))]).toEqual(built);
    expect(validateClaims(plain)).toEqual([]);
    expect(validateClaims({}).map(({ pointer }) => pointer)).toEqual(["/exp", "/iss"]);
    expect(JSON.stringify(videoGrantsSchema["~standard"].validate({ room: "r" }))).toBe(`{"value":${built[1]}}`);
  });

  it.each<[string, unknown]>([
    ["true", true],
    ["a string", "polluted"],
    ["a number", 5],
    ["an object", { a: "b" }],
    ["a list", ["camera"]],
  ])("is not minted, read or permitted, whichever member has the value %s", async (_, value) => {
    const members = Object.values(shapes).flatMap((shape) =>
      Object.entries(shape).flatMap(([name, { proto = snakeCase(name) }]) => [name, proto]),
    );
    const options = ["compact", "target", "clock", "profile", "leeway", "maxTokenBytes", "ignored", "limits", "secret"];
    const names = [...new Set([...members, ...options])];
    // The helper that forges tokens has options of its own.
    const forged = forge(plain);
    const everything = async (): Promise<string> => {
      const draft = AccessToken.withApiKey(KEY, SECRET).withClaims(claims).withAgentGrants({});
      const jwt = await draft.toJwt({ clock });
      const config = await draft.withRoomConfig({ egress: { tracks: {} } }).toJwt({ clock, compact: true });
      const read = [await claimsOf(jwt), await claimsOf(config), Claims.fromUnverified(forged)];
      return JSON.stringify([payloadOf(jwt), payloadOf(config), read, permissionsOf(read[0])]);
    };
    const expected = await everything();
    try {
      for (const name of names) {
        Object.defineProperty(Object.prototype, name, { value, enumerable: true, configurable: true, writable: true });
      }
      expect(await everything()).toBe(expected);
    } finally {
      for (const name of names) Reflect.deleteProperty(Object.prototype, name);
    }
  });

  it("is not read as an option", async () => {
    const expired = forge(payload({ exp: 1 }));
    Object.assign(Object.prototype, POLLUTION);
    const verifier = TokenVerifier.withApiKey(KEY, SECRET, { clock });
    await expect(verifier.verify(expired)).rejects.toMatchObject({ code: "EXPIRED" });
  });

  it("is not read when minting, even when it is not enumerable", async () => {
    Object.defineProperty(Object.prototype, "roomAdmin", { value: true, configurable: true });
    const jwt = await AccessToken.withApiKey(KEY, SECRET).withGrants({ room: "r" }).toJwt({ clock });
    expect(payloadOf(jwt)).toMatchObject({ video: { roomAdmin: false } });
  });
});
