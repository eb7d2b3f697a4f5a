import { describe, expect, it } from "vitest";
import type { Snapshot } from "../../../src/json/snapshot.js";
import type { Call } from "../../../src/mint/prepare-claims.js";
import { withCall } from "../../../src/mint/with-call.js";

const video = (value: unknown, faults: Snapshot["faults"] = []): Call => {
  return { kind: "grants", claim: "video", copy: { value, faults } };
};
const sip: Call = { kind: "grants", claim: "sip", copy: { value: { call: true }, faults: [] } };
const setVideo: Call = { kind: "claim", claim: "video", copy: { value: { room: "set" }, faults: [] } };
const claims: Call = { kind: "claims", copy: { value: { sub: "a" }, faults: [] } };
const ttl: Call = { kind: "ttl", seconds: 5 };
const [a, b] = [video({ room: "a" }), video({ hidden: true })];
const merged = video({ room: "a", hidden: true });

describe("a call that adds grants", () => {
  it.each<[string, readonly Call[], readonly Call[]]>([
    ["is merged with the one before", [a, b], [merged]],
    ["is merged with one before grants of another claim", [a, sip, b], [merged, sip]],
    ["is merged with one before another claim and a ttl", [a, ttl, b], [merged, ttl]],
    ["follows one that sets the claim", [setVideo, a, b], [setVideo, merged]],
    ["follows one that sets several claims", [a, claims, b], [a, claims, b]],
    ["follows one whose value is no object", [video(5), b], [video(5), b]],
    ["follows with a value that is no object", [a, video(5)], [a, video(5)]],
  ])("%s", (_, calls, expected) => {
    expect(calls.reduce<readonly Call[]>(withCall, [])).toEqual(expected);
  });

  it("keeps the faults of both", () => {
    const fault = (name: string) => ({ path: ["video", name], keyword: "json" as const, message: "must be JSON" });
    const calls = ["a", "b"].map((name) => video({}, [fault(name)]));
    expect(calls.reduce<readonly Call[]>(withCall, [])).toEqual([video({}, [fault("a"), fault("b")])]);
  });
});

describe("a call that sets", () => {
  it.each<[string, readonly Call[], readonly Call[]]>([
    ["a claim replaces all that set it and add to it", [a, sip, setVideo, ttl, setVideo], [sip, ttl, setVideo]],
    ["several claims replaces the other ones that do", [claims, setVideo, claims], [setVideo, claims]],
    ["the ttl replaces the one before", [ttl, claims, ttl], [claims, ttl]],
  ])("%s", (_, calls, expected) => {
    expect(calls.reduce<readonly Call[]>(withCall, [])).toEqual(expected);
  });
});
