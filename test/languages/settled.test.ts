import { describe, expect, it } from "vitest";
import { settled } from "./settled.js";

describe("settled", () => {
  it("removes members that mean the same as their absence", () => {
    expect(settled({ attributes: {}, kindDetails: [], roomConfig: null })).toEqual({});
    expect(settled({ roomConfig: { agents: [{ attributes: {} }], tags: {} } })).toEqual({
      roomConfig: { agents: [{}] },
    });
  });

  it.each([
    [{ video: { canPublish: false, room: "" } }],
    [{ sip: {}, video: {} }],
    [{ roomConfig: { maxParticipants: 0, egress: { tracks: { gcp: {} } } } }],
    [{ name: null, roomConfig: {} }],
    [{ unknown: [], roomConfig: { unknown: {} } }],
    [JSON.parse('{"attributes":{"__proto__":"a"}}')],
  ])("keeps %j", (claims) => {
    expect(settled(claims)).toEqual(claims);
  });
});
