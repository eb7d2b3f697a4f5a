import { RoomAgentDispatch, RoomConfiguration as RoomConfigurationMessage } from "@livekit/protocol";
import { afterEach, describe, expect, it, vi } from "vitest";
import { AccessToken, type ClaimsInit, type RoomConfiguration, TokenVerifier } from "../../../src/index.js";
import { clock, codeOf, failure, KEY, NOW, payloadOf, SECRET } from "../../support/tokens.js";

const token = AccessToken.withApiKey(KEY, SECRET);
const verifier = TokenVerifier.withApiKey(KEY, SECRET, { clock });

const minted = async (draft: AccessToken) => payloadOf(await draft.toJwt({ clock }));

describe("each with… method sets its claim", () => {
  const cases: Record<string, [AccessToken, Record<string, unknown>]> = {
    withIdentity: [token.withIdentity("alice"), { sub: "alice" }],
    withName: [token.withName("Alice"), { name: "Alice" }],
    withTtl: [token.withTtl(90), { exp: NOW + 90 }],
    withGrants: [token.withGrants({ roomList: true }), { video: { roomList: true, canPublish: true } }],
    withSipGrants: [token.withSipGrants({ admin: true, call: false }), { sip: { admin: true, call: false } }],
    withMetadata: [token.withMetadata("{}"), { metadata: "{}" }],
    withAttributes: [token.withAttributes({ seat: "12" }), { attributes: { seat: "12" } }],
    withSha256: [token.withSha256("abc="), { sha256: "abc=" }],
    withRoomConfig: [token.withRoomConfig({ maxParticipants: 2 }), { roomConfig: { maxParticipants: 2 } }],
    withRoomPreset: [token.withRoomPreset("small"), { roomPreset: "small" }],
    withKind: [token.withKind("bridge"), { kind: "bridge" }],
    withKindDetails: [token.withKindDetails(["forwarded"]), { kindDetails: ["forwarded"] }],
    withAgentGrants: [token.withAgentGrants({ admin: true }), { agent: { admin: true } }],
    withAgentEndpointGrants: [token.withAgentEndpointGrants({ agentName: "a" }), { agentEndpoint: { agentName: "a" } }],
    withAgentThreadGrants: [token.withAgentThreadGrants({ threadIds: ["t"] }), { agentThread: { threadIds: ["t"] } }],
    withInferenceGrants: [token.withInferenceGrants({ perform: true }), { inference: { perform: true } }],
    withObservabilityGrants: [token.withObservabilityGrants({ write: true }), { observability: { write: true } }],
    withClaims: [token.withClaims({ sub: "bob", jti: "1" }), { sub: "bob", jti: "1" }],
  };

  it.each(Object.entries(cases))("%s", async (_, [draft, expected]) => {
    const plain = await minted(token);
    const payload = await minted(draft);
    expect(payload).toMatchObject(expected);
    const changed = Object.keys(payload).filter(
      (name) => JSON.stringify(payload[name]) !== JSON.stringify(plain[name]),
    );
    expect(changed.sort()).toEqual(Object.keys(expected).sort());
  });

  it("and no method is missing here", () => {
    const methods = Object.getOwnPropertyNames(AccessToken.prototype).filter((name) => name.startsWith("with"));
    expect(methods.sort()).toEqual(Object.keys(cases).sort());
  });
});

describe("withRoomConfig", () => {
  const message = new RoomConfigurationMessage({
    name: "standup",
    emptyTimeout: 60,
    agents: [new RoomAgentDispatch({ agentName: "scribe" })],
  });
  const json = { name: "standup", emptyTimeout: 60, agents: [{ agentName: "scribe" }] };

  it("takes a message of @livekit/protocol as well as JSON, to the same token", async () => {
    const [fromMessage, fromJson] = [token.withRoomConfig(message), token.withRoomConfig(json)];
    expect(await fromMessage.toJwt({ clock })).toBe(await fromJson.toJwt({ clock }));
    expect(await minted(fromMessage)).toMatchObject({ roomConfig: json });
  });

  it("leaves out what is at its default, which an older server may not know", async () => {
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

it("verified grants go into the next token as they are", async () => {
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
  ])("INVALID_KEYS at the call: %j and %j", async (key, secret) => {
    expect(await codeOf(() => AccessToken.withApiKey(key as string, secret as string))).toBe("INVALID_KEYS");
  });

  it("fromEnv signs with LIVEKIT_API_KEY and LIVEKIT_API_SECRET", async () => {
    vi.stubEnv("LIVEKIT_API_KEY", KEY);
    vi.stubEnv("LIVEKIT_API_SECRET", SECRET);
    expect(await AccessToken.fromEnv().toJwt({ clock })).toBe(await token.toJwt({ clock }));
  });

  it.each([["LIVEKIT_API_KEY"], ["LIVEKIT_API_SECRET"]])("fromEnv names %s when it is missing", async (name) => {
    vi.stubEnv("LIVEKIT_API_KEY", KEY);
    vi.stubEnv("LIVEKIT_API_SECRET", SECRET);
    vi.stubEnv(name, undefined);
    const error = await failure(() => AccessToken.fromEnv());
    expect(error.code).toBe("INVALID_ENV");
    expect(error.message).toBe(`the environment variable ${name} is not set`);
    vi.stubEnv(name, "");
    expect(await codeOf(() => AccessToken.fromEnv())).toBe("INVALID_KEYS");
  });
});
