import { describe, expect, it } from "vitest";
import { buildVideoGrants, type VideoGrantsInit } from "../../../src/index.js";
import { bare, CLAIMS, text } from "../../support/bare-token.js";
import { claimsOf } from "../../support/readers.js";

describe("defaults", () => {
  it("fill in every absent member, in the schema's order", async () => {
    expect(text(await claimsOf(bare()))).toBe(text(CLAIMS));
  });

  it("are new objects in each result", async () => {
    const first = await claimsOf(bare());
    first.video.canPublishSources.push("camera");
    first.attributes.a = "b";
    first.sip.call = true;
    expect(await claimsOf(bare())).toStrictEqual(CLAIMS);
  });
});

describe("buildVideoGrants", () => {
  it.each<[VideoGrantsInit, boolean]>([
    [{}, true],
    [{ canPublish: true }, true],
    [{ canPublish: false }, false],
    [{ canPublish: false, canPublishData: true }, true],
    [{ canPublish: true, canPublishData: false }, false],
    [{ canPublishData: false }, false],
  ])("builds canPublishData of %j as %s", (video, expected) => {
    expect(buildVideoGrants(video).canPublishData).toBe(expected);
  });
});
