import { describe, expect, it } from "vitest";
import { buildVideoGrants, type VideoGrantsInit } from "../../../src/index.js";
import { bare, CLAIMS, text, VIDEO } from "../../support/bare-token.js";
import { claimsOf } from "../../support/readers.js";

describe("defaults", () => {
  it("stand for all that is absent; what the seed does not know stays absent", async () => {
    const claims = await claimsOf(bare());
    expect(claims).toStrictEqual(CLAIMS);
    expect(text(claims)).toBe(text(CLAIMS));
  });

  it.each<[object, object]>([
    [{ video: {} }, {}],
    [{ sip: {} }, {}],
    [{ sip: { admin: true } }, { sip: { admin: true, call: false } }],
    [{ sip: { call: true } }, { sip: { admin: false, call: true } }],
    [{ sip: { admin: false } }, {}],
    [{ video: { room: "r" } }, { video: { ...VIDEO, room: "r" } }],
    [{ video: { canSubscribe: false } }, { video: { ...VIDEO, canSubscribe: false } }],
    [{ attributes: {} }, {}],
    [{ roomConfig: null }, {}],
    [{ roomConfig: {} }, { roomConfig: {} }],
    [{ sub: "", metadata: "", sha256: "", nbf: 0 }, {}],
  ])("%j reads with the rest filled in", async (more, expected) => {
    const claims = await claimsOf(bare(more));
    expect(claims).toStrictEqual({ ...CLAIMS, ...expected });
    expect(text(claims)).toBe(text({ ...CLAIMS, ...expected }));
  });

  it.each<[object]>([
    [{ agent: {} }],
    [{ inference: {} }],
    [{ observability: {} }],
    [{ agentEndpoint: {} }],
    [{ agentThread: {} }],
    [{ agentThread: { all: false, threadIds: [] } }],
    [{ kind: "" }],
    [{ kindDetails: [] }],
    [{ roomPreset: "" }],
    [{ video: { ...VIDEO, agent: false } }],
    [{ video: { ...VIDEO, canSubscribeMetrics: false, canManageAgentSession: true } }],
  ])("%j has none: it is there as it is, and absent otherwise", async (more) => {
    expect(text(await claimsOf(bare(more)))).toBe(text({ ...CLAIMS, ...more }));
  });

  it("are fresh each time", async () => {
    const first = await claimsOf(bare());
    first.video.canPublishSources.push("camera");
    first.attributes.a = "b";
    first.sip.call = true;
    expect(await claimsOf(bare())).toStrictEqual(CLAIMS);
  });
});

describe("canPublishData", () => {
  const cases: [VideoGrantsInit, boolean][] = [
    [{}, true],
    [{ canPublish: true }, true],
    [{ canPublish: false }, false],
    [{ canPublish: false, canPublishData: true }, true],
    [{ canPublish: true, canPublishData: false }, false],
    [{ canPublishData: false }, false],
  ];
  it.each(cases)("of %j is %s, when minting too", async (video, expected) => {
    expect((await claimsOf(bare({ video }))).video.canPublishData).toBe(expected);
    expect(buildVideoGrants(video).canPublishData).toBe(expected);
  });
});
