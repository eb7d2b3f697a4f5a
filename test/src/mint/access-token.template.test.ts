import { describe, expect, it } from "vitest";
import { AccessToken, type RoomConfiguration, type VideoGrantsInit } from "../../../src/index.js";
import { clock, failure, KEY, NOW, payloadOf, SECRET } from "../../support/tokens.js";

const token = AccessToken.withApiKey(KEY, SECRET);
const minted = async (draft: AccessToken) => payloadOf(await draft.toJwt({ clock }));

describe("a draft of a token", () => {
  it("is not changed by its methods, so that it serves as a template", async () => {
    const template = token.withGrants({ roomJoin: true, room: "r" }).withAttributes({ team: "blue" });
    const before = await minted(template.withIdentity("x"));
    const [alice, bob] = [template.withIdentity("alice").withName("Alice"), template.withIdentity("bob").withTtl(60)];
    expect(await minted(alice)).toEqual({ ...before, sub: "alice", name: "Alice" });
    expect(await minted(bob)).toEqual({ ...before, sub: "bob", exp: NOW + 60 });
    expect(await minted(template.withIdentity("x"))).toEqual(before);
    expect(await minted(token)).toMatchObject({ sub: "", video: { room: "" }, attributes: {} });
  });

  it("allows secrets in the new draft only", async () => {
    const secret = token.withRoomConfig({ egress: { tracks: { gcp: { credentials: "x" } } } });
    expect(await minted(secret.allowSensitiveCredentials())).toHaveProperty("roomConfig.egress.tracks.gcp");
    expect(await failure(secret.toJwt())).toMatchObject({ code: "SENSITIVE_CREDENTIALS" });
  });

  it("mints any number of tokens, equal ones at the same time", async () => {
    const draft = token.withGrants({ canPublishSources: ["camera"] }).withRoomConfig({ agents: [{ agentName: "a" }] });
    expect(await draft.toJwt({ clock })).toBe(await draft.toJwt({ clock }));
  });
});

describe("an argument", () => {
  const grants = () => ({ room: "r", canPublishSources: ["camera" as const] });
  const config = () => ({ agents: [{ agentName: "a", attributes: { k: "v" } }], tags: { t: "1" } });
  const spoil = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    Object.values(value).forEach(spoil);
    if (Array.isArray(value)) value.push("spoilt");
    else Object.assign(value, { ...Object.fromEntries(Object.keys(value).map((name) => [name, 0])), spoilt: 1 });
  };

  it.each<[string, object, (argument: never) => AccessToken]>([
    ["withGrants", grants(), (argument) => token.withGrants(argument)],
    ["withSipGrants", { admin: true, call: true }, (argument) => token.withSipGrants(argument)],
    ["withAttributes", { a: "b" }, (argument) => token.withAttributes(argument)],
    ["withRoomConfig", config(), (argument) => token.withRoomConfig(argument)],
    ["withKindDetails", ["forwarded"], (argument) => token.withKindDetails(argument)],
    ["withAgentGrants", { admin: true }, (argument) => token.withAgentGrants(argument)],
    ["withAgentEndpointGrants", { agentName: "a" }, (argument) => token.withAgentEndpointGrants(argument)],
    ["withAgentThreadGrants", { threadIds: ["t"] }, (argument) => token.withAgentThreadGrants(argument)],
    ["withInferenceGrants", { perform: true }, (argument) => token.withInferenceGrants(argument)],
    ["withObservabilityGrants", { write: true }, (argument) => token.withObservabilityGrants(argument)],
    ["withClaims", { video: grants(), roomConfig: config(), sub: "s" }, (argument) => token.withClaims(argument)],
  ])("of %s is copied, and not changed by minting", async (_, argument, set) => {
    const [mine, before] = [structuredClone(argument), structuredClone(argument)];
    const draft = set(mine as never);
    const jwt = await draft.toJwt({ clock });
    expect(mine).toEqual(before);
    spoil(mine);
    expect(mine).not.toEqual(before);
    expect(await draft.toJwt({ clock })).toBe(jwt);
  });

  it("may be frozen", async () => {
    const frozen: VideoGrantsInit = Object.freeze({ room: "r", canPublishSources: Object.freeze(["camera"] as const) });
    expect(await minted(token.withGrants(frozen))).toMatchObject({ video: { room: "r" } });
  });
});

describe("of two calls", () => {
  const bob: { roomConfig: RoomConfiguration; sub: string } = { sub: "bob", roomConfig: { name: "b" } };
  it.each<[string, AccessToken, Record<string, unknown>]>([
    ["withIdentity twice", token.withIdentity("a").withIdentity("b"), { sub: "b" }],
    ["withTtl twice", token.withTtl("10m").withTtl("20m"), { exp: NOW + 1200 }],
    ["withTtl twice, the first one bad", token.withTtl(-1).withTtl(60), { exp: NOW + 60 }],
    ["withName twice, the first one bad", token.withName("\ud800").withName("n"), { name: "n" }],
    ["withAttributes twice", token.withAttributes({ a: "1" }).withAttributes({ b: "2" }), { attributes: { b: "2" } }],
    [
      "withClaims twice",
      token.withClaims({ sub: "a", exp: 1 }).withClaims({ name: "b" }),
      { sub: "", exp: NOW + 21_600 },
    ],
    ["withIdentity, then withClaims", token.withIdentity("a").withClaims(bob), { sub: "bob" }],
    ["withClaims, then withIdentity", token.withClaims(bob).withIdentity("a"), { sub: "a", roomConfig: { name: "b" } }],
    ["withClaims between", token.withIdentity("a").withClaims(bob).withIdentity("c"), { sub: "c" }],
    ["withClaims around", token.withClaims(bob).withIdentity("a").withClaims({ name: "n" }), { sub: "a", name: "n" }],
    ["withTtl, then withClaims", token.withTtl(60).withClaims({ exp: NOW + 7 }), { exp: NOW + 7 }],
    ["withClaims, then withTtl", token.withClaims({ exp: NOW + 7 }).withTtl(60), { exp: NOW + 60 }],
  ])("the later one takes precedence: %s", async (_, draft, expected) => {
    expect(await minted(draft)).toMatchObject(expected);
  });

  it("the later withGrants replaces all grants of the earlier one", async () => {
    const draft = token.withGrants({ roomCreate: true, room: "a" }).withGrants({ room: "b" });
    expect(await minted(draft)).toMatchObject({ video: { roomCreate: false, room: "b" } });
  });
});
