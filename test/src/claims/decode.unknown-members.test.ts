import { describe, expect, it } from "vitest";
import { bare, CLAIMS, text, VIDEO } from "../../support/bare-token.js";
import { all, claimsOf, verdicts } from "../../support/readers.js";
import { forge, KEY, NOW } from "../../support/tokens.js";

describe("what is not known", () => {
  it.each<[string, object]>([
    ["claims", { azp: "x", scope: ["a"], nonce: null, nested: { sub: 5 } }],
    ["grants of video", { video: { canDance: true, roomName: "r", toString: 5 } }],
    ["grants of sip", { sip: { outbound: true } }],
    ["claims named like what every object has", { constructor: 5, toString: 5, hasOwnProperty: null }],
    ["names differing only in case", { SUB: 5, Name: "n", Video: { roomAdmin: true }, KIND: 5, room_config: 5 }],
    ["grants differing only in case", { video: { RoomAdmin: 5, roomadmin: true, room_admin: true } }],
  ])("is dropped: %s", async (_, more) => {
    const claims = await claimsOf(bare(more));
    expect(claims).toStrictEqual(CLAIMS);
    expect(text(claims)).toBe(text(CLAIMS));
  });

  it.each([
    ["agent", { agent: { owner: true, admin: true } }, { agent: { admin: true } }],
    ["agentThread", { agentThread: { Scope: 5 } }, { agentThread: {} }],
    ["agentEndpoint", { agentEndpoint: { agent_name: 5 } }, { agentEndpoint: {} }],
    ["inference", { inference: { x: 1 } }, { inference: {} }],
    ["observability", { observability: { read: 1 } }, { observability: {} }],
  ])("is dropped: grants of %s", async (_, more, expected) => {
    expect(text(await claimsOf(bare(more)))).toBe(text({ ...CLAIMS, ...expected }));
  });

  it.each<[object]>([
    [{ kind: "hologram" }],
    [{ kind: "Agent" }],
    [{ kindDetails: ["forwarded", "teleported", ""] }],
    [{ video: { ...VIDEO, canPublishSources: ["MICROPHONE", "smell", "camera"] } }],
  ])("is kept as a value of an enum: %j", async (more) => {
    expect(text(await claimsOf(bare(more)))).toBe(text({ ...CLAIMS, ...more }));
  });

  it("gives nothing as __proto__", async () => {
    const inherited = `{"sub":"root","nbf":1,"roomConfig":{"name":"x"},"video":{"roomAdmin":true},"kind":"agent"}`;
    const token = (own: string) => forge(`{${own}"__proto__":${inherited},"video":{"__proto__":{"roomAdmin":true}}}`);
    expect(text(await claimsOf(token(`"iss":"${KEY}","exp":${NOW + 600},`)))).toBe(text(CLAIMS));
    const withoutOwn = forge(`{"__proto__":{"iss":"${KEY}","exp":${NOW + 600}}}`);
    expect(await verdicts(withoutOwn)).toEqual(all("INVALID_CLAIMS", "accepted"));
  });
});

describe("a member twice", () => {
  it.each<[string, object]>([
    ['"sub":5,"sub":"last"', { sub: "last" }],
    ['"sub":"first","\\u0073ub":"last"', { sub: "last" }],
    ['"video":{"roomAdmin":true},"video":{}', {}],
    ['"video":{"hidden":false,"hidden":true}', { video: { ...VIDEO, hidden: true } }],
    ['"attributes":{"a":1,"a":"x"}', { attributes: { a: "x" } }],
    [`"exp":0,"exp":${NOW + 600}`, {}],
    [`"iss":"unknown","iss":"${KEY}"`, {}],
  ])("reads as the last one: %s", async (members, expected) => {
    const token = forge(`{"iss":"${KEY}","exp":${NOW + 600},${members}}`);
    expect(text(await claimsOf(token))).toBe(text({ ...CLAIMS, ...expected }));
  });

  it("is judged by the last one", async () => {
    expect(await verdicts(forge(`{"iss":"${KEY}","exp":${NOW + 600},"iss":"unknown"}`))).toEqual(
      all("INVALID_ISSUER", "accepted"),
    );
    expect(await verdicts(forge(`{"iss":"${KEY}","exp":${NOW + 600},"sub":"x","sub":5}`))).toEqual(
      all("INVALID_CLAIMS"),
    );
  });
});
