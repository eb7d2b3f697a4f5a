import { describe, expect, it } from "vitest";
import { findingsOf, found, payload } from "../../../support/lint.js";

const claims = (video: object, more: object = {}) => ({ ...payload({ video, ...more }), sha256: "" });

describe("a grant that permits nothing by itself", () => {
  it.each([
    "canPublish",
    "canSubscribe",
    "canPublishData",
    "canUpdateOwnMetadata",
    "hidden",
    "recorder",
    "canSubscribeMetrics",
    "canManageAgentSession",
  ])("is %s", (member) => {
    expect(found(claims({ [member]: true }))).toEqual(["permits-nothing "]);
  });

  it("is one of a room configuration, or of a claim that is no grant", () => {
    expect(found(claims({}, { roomConfig: { hidePlayoutDelay: true } }))).toContain("permits-nothing ");
    expect(found(claims({}, { attributes: { admin: "true" } }))).toContain("permits-nothing ");
  });

  it("is beside one that permits something none", () => {
    for (const video of [
      { hidden: true, roomList: true },
      { roomList: true, canPublish: false },
    ]) {
      expect(findingsOf("permits-nothing", claims(video))).toEqual([]);
    }
  });
});

describe("a participant who joins, and may do more than in the room", () => {
  const joining = { roomJoin: true, room: "r" };
  const permits = (right: string) => `permits the participant who joins to ${right}`;

  it.each([
    ["roomCreate", "create and delete every room"],
    ["roomList", "list every room"],
    ["roomRecord", "start and stop recordings of every room"],
    ["ingressAdmin", "manage every ingress"],
    ["agent", "register as a worker, and get the jobs of every room"],
  ])("is reported for %s: %s", (member, right) => {
    expect(findingsOf("project-wide-grant", payload({ video: { ...joining, [member]: true } }))).toMatchObject([
      { pointer: `/video/${member}`, message: permits(right) },
    ]);
  });

  it("may register as a worker when it is an agent", () => {
    const video = { ...joining, agent: true, roomList: true };
    const wide = (kind: string) =>
      findingsOf("project-wide-grant", payload({ kind, video })).map(({ pointer }) => pointer);
    expect(wide("agent")).toEqual(["/video/roomList"]);
    expect(wide("sip")).toEqual(["/video/roomList", "/video/agent"]);
  });
});
