import { RoomAgentDispatch, RoomConfiguration as RoomConfigurationMessage } from "@livekit/protocol";
import { afterEach, describe, expect, it, vi } from "vitest";
import { claimMethods } from "../../../scripts/emit/code/claim-methods.js";
import { load } from "../../../scripts/model/load.js";
import { sampleOf } from "../../../scripts/vectors/samples.js";
import { AccessToken, type ClaimsInit, type RoomConfiguration, TokenVerifier } from "../../../src/index.js";
import { SCHEMA } from "../../support/copies.js";
import { clock, codeOf, failure, KEY, NOW, payloadOf, SECRET } from "../../support/tokens.js";

const token = AccessToken.withApiKey(KEY, SECRET);
const verifier = TokenVerifier.withApiKey(KEY, SECRET, { clock });

const minted = async (draft: AccessToken) => payloadOf(await draft.toJwt({ clock }));

/** Each claim with a method, and a value that is not its default. */
const METHODS = claimMethods(await load(SCHEMA)).map(({ claim, set }) => {
  const method = (draft: AccessToken, value: unknown) =>
    (draft as unknown as Record<string, (value: unknown) => AccessToken>)[set]?.call(draft, value) as AccessToken;
  return { claim: claim.name, set, method, sample: sampleOf(claim) };
});

describe("the methods of claims", () => {
  it("are named after the claim, except for sub and video", () => {
    expect(
      METHODS.filter(({ claim, set }) => !set.toLowerCase().startsWith(`with${claim.toLowerCase()}`)),
    ).toMatchObject([{ set: "withIdentity" }, { set: "withGrants" }]);
  });

  it.each(METHODS)("$set sets only $claim", async ({ claim, method, sample }) => {
    const changed = await changes(method(token, sample));
    const filled = { video: expect.any(Object), sip: expect.any(Object) }[claim];
    // Grants without members are at their default.
    expect(changed).toEqual(filled === undefined ? { [claim]: sample } : {});
  });

  it.each(METHODS)("$set does not change $claim for undefined", async ({ method, sample }) => {
    const draft = method(token, sample);
    expect(method(draft, undefined)).toBe(draft);
    expect(method(token, undefined)).toBe(token);
  });

  const byHand: [AccessToken, Record<string, unknown>][] = [
    [token.withIdentity("alice"), { sub: "alice" }],
    [token.withTtl(90), { exp: NOW + 90 }],
    [token.withTtl(90).withTtl(undefined), { exp: NOW + 90 }],
    [token.withClaims({ sub: "bob", jti: "1" }), { sub: "bob", jti: "1" }],
    [token.withClaims({ sub: "bob" }).withClaims(undefined), { sub: "bob" }],
    [token.withSipGrants({ call: true }), { sip: { admin: false, call: true } }],
    [token.withGrants({ roomList: true }), { video: expect.objectContaining({ roomList: true, canPublish: true }) }],
    [token.withKindDetails(["forwarded"]), { kindDetails: ["forwarded"] }],
  ];
  it.each(byHand)("%#: sets the claim", async (draft, expected) => {
    expect(await changes(draft)).toEqual(expected);
  });
});

/** Returns the claims of a token beyond those of a plain token. */
async function changes(draft: AccessToken): Promise<Record<string, unknown>> {
  const [plain, payload] = [await minted(token), await minted(draft)];
  return Object.fromEntries(
    Object.entries(payload).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(plain[name])),
  );
}

describe("withRoomConfig", () => {
  const message = new RoomConfigurationMessage({
    name: "standup",
    emptyTimeout: 60,
    agents: [new RoomAgentDispatch({ agentName: "scribe" })],
  });
  const json = { name: "standup", emptyTimeout: 60, agents: [{ agentName: "scribe" }] };

  it("mints the same token from a message of @livekit/protocol as from JSON", async () => {
    const [fromMessage, fromJson] = [token.withRoomConfig(message), token.withRoomConfig(json)];
    expect(await fromMessage.toJwt({ clock })).toBe(await fromJson.toJwt({ clock }));
    expect(await minted(fromMessage)).toMatchObject({ roomConfig: json });
  });

  it("leaves out members at their default, which an older server may not know", async () => {
    const verbose = message.toJson({ emitDefaultValues: true });
    expect(verbose).toHaveProperty("tags", {});
    expect((await minted(token.withRoomConfig({ toJson: () => verbose }))).roomConfig).toEqual(json);
  });

  it("keeps messages and members of a oneof once they are set", async () => {
    const config: RoomConfiguration = {
      egress: { room: { preset: "H264_720P_30", fileOutputs: [{ gcp: {} }] }, tracks: {} },
    };
    expect((await minted(token.withRoomConfig(config))).roomConfig).toEqual(config);
  });
});

it("accepts verified grants unchanged", async () => {
  const grants = { roomJoin: true, room: "r", canPublishSources: ["camera"], canManageAgentSession: true } as const;
  const claims = await verifier.verify(await token.withIdentity("a").withGrants(grants).toJwt({ clock }));
  const again = await verifier.verify(await token.withIdentity("a").withGrants(claims.video).toJwt({ clock }));
  expect(again).toEqual(claims);
  const all: ClaimsInit = (await verifier.verify(await token.withClaims(claims).toJwt({ clock }))) as ClaimsInit;
  expect(all).toEqual(claims);
});

describe("keys", () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each([
    ["", SECRET],
    [KEY, ""],
    [undefined, SECRET],
    [KEY, null],
    [KEY, 5],
  ])("are checked at the call: %j and %j", async (key, secret) => {
    expect(await codeOf(() => AccessToken.withApiKey(key as string, secret as string))).toBe("INVALID_KEYS");
  });

  it("are those of LIVEKIT_API_KEY and LIVEKIT_API_SECRET in fromEnv", async () => {
    vi.stubEnv("LIVEKIT_API_KEY", KEY);
    vi.stubEnv("LIVEKIT_API_SECRET", SECRET);
    expect(await AccessToken.fromEnv().toJwt({ clock })).toBe(await token.toJwt({ clock }));
  });

  it.each([["LIVEKIT_API_KEY"], ["LIVEKIT_API_SECRET"]])("are reported by fromEnv when %s is missing", async (name) => {
    vi.stubEnv("LIVEKIT_API_KEY", KEY);
    vi.stubEnv("LIVEKIT_API_SECRET", SECRET);
    vi.stubEnv(name, undefined);
    const error = await failure(() => AccessToken.fromEnv());
    expect(error.code).toBe("INVALID_ENV");
    expect(error.message).toBe(`the environment variable ${name} is not set`);
    // Containers have empty variables that nobody set.
    vi.stubEnv(name, "");
    expect(await codeOf(() => AccessToken.fromEnv())).toBe("INVALID_ENV");
  });
});

describe("code for livekit-server-sdk", () => {
  const Untyped = AccessToken as unknown as new (...args: unknown[]) => AccessToken;

  it.each([[[]], [[KEY, SECRET]], [[KEY, SECRET, { identity: "alice" }]], [[null]], [[{}]]])(
    "is an error with the replacement: new AccessToken(…) %#",
    async (args) => {
      const error = await failure(() => new Untyped(...args));
      expect(error.code).toBe("INVALID_ARGUMENT");
      expect(error.message).toBe(
        "use AccessToken.withApiKey(apiKey, apiSecret) in place of new AccessToken(apiKey, apiSecret)",
      );
    },
  );

  it("is an error with the replacement: options of a token", async () => {
    vi.stubEnv("LIVEKIT_API_KEY", KEY);
    vi.stubEnv("LIVEKIT_API_SECRET", SECRET);
    const untyped = AccessToken as unknown as Record<"withApiKey" | "fromEnv", (...args: unknown[]) => AccessToken>;
    for (const create of [
      () => untyped.withApiKey(KEY, SECRET, { identity: "alice", ttl: 60 }),
      () => untyped.fromEnv({ ttl: 60 }),
    ]) {
      const error = await failure(create);
      expect(error.code).toBe("INVALID_ARGUMENT");
      expect(error.message).toBe("a token has no options: use withIdentity, withTtl and the other methods");
    }
  });

  it("is an error with the replacement: addGrant", async () => {
    const untyped = token as unknown as { addGrant(grants: object): void };
    const error = await failure(() => untyped.addGrant({ roomJoin: true }));
    expect(error.code).toBe("INVALID_ARGUMENT");
    expect(error.message).toMatch(/^use addGrants\(grants\)/);
  });
});
