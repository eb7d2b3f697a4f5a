import { describe, expect, it } from "vitest";
import { sinces } from "../../../generated/targets.js";
import { buildClaims } from "../../../src/index.js";
import { EXP_SINCE, findUnknown, findYoung } from "../../../src/targets/find-unknown.js";
import { predict, target, targetNames } from "../../../src/targets.js";
import { KEY, NOW } from "../../support/tokens.js";

const claimsOf = (roomConfig: object, more: object = {}) => buildClaims({ exp: NOW, iss: KEY, roomConfig, ...more });

describe("a member that had another type", () => {
  // No member of the schemas has changed its type since the oldest server, so the table is given such a member.
  const table = {
    ...sinces,
    Claims: { ...sinces.Claims, roomPreset: { member: "1.27.0", types: { "1.30.0": "boolean" } } },
    RoomConfiguration: {
      ...sinces.RoomConfiguration,
      maxPlayoutDelay: { types: { "1.40.0": "int32", "1.50.0": "uint32" } },
      tags: { member: "1.45.2", types: { "1.46.0": "string[]" } },
    },
  };
  const unknown = (protocol: string, roomConfig: object, more?: object) =>
    findUnknown(claimsOf(roomConfig, more), protocol, table);

  it.each([
    ["1.50.0", 5000000000, false],
    ["1.49.0", 5000000000, true],
    ["1.49.0", 4000000000, false],
    ["1.39.0", 4000000000, true],
    ["1.39.0", 5, false],
  ])("is refused by protocol %s with the value %d: %s", (protocol, maxPlayoutDelay, refused) => {
    const reason = `must be ${protocol === "1.39.0" ? "int32 for protocol releases before 1.40.0" : "uint32 for protocol releases before 1.50.0"}`;
    const found = [{ path: ["roomConfig", "maxPlayoutDelay"], reason, refused: true }];
    expect(unknown(protocol, { maxPlayoutDelay })).toEqual(refused ? found : []);
  });

  it("is unknown to a target that is older than the member or its object", () => {
    const [tags] = unknown("1.45.1", { tags: { a: "b" } });
    expect(tags?.reason).toBe("requires protocol 1.45.2 or newer");
    const [config] = unknown("1.26.0", { maxPlayoutDelay: 5000000000 });
    expect(config).toMatchObject({ path: ["roomConfig"], refused: false });
  });

  it("is refused by lenient targets too, and among the claims", () => {
    expect(unknown("1.45.9", { tags: { a: "b" } })).toMatchObject([{ path: ["roomConfig", "tags"], refused: true }]);
    expect(unknown("1.29.0", {}, { roomPreset: "p" })).toMatchObject([{ path: ["roomPreset"], refused: true }]);
    expect(unknown("1.30.0", {}, { roomPreset: "p" })).toEqual([]);
  });
});

describe("the places that some releases do not know", () => {
  it("are found with what they depend on, and only if a release brought them", () => {
    const table = {
      Claims: { roomConfig: { member: "1.27.0" }, kindDetails: { values: { cloud_agent: "1.43.0" } } },
      RoomConfiguration: {
        tags: { member: "1.45.2", values: { red: "1.46.0" } },
        // A number is no name of a value, and this one fits the earlier type.
        minPlayoutDelay: { values: { "1": "1.44.0" }, types: { "1.40.0": "int32" } },
        maxPlayoutDelay: { types: { "1.40.0": "int32", "1.50.0": "uint32" } },
      },
      RoomAgentDispatch: { deployment: { member: "1.45.7" } },
    };
    const agents = [{ agentName: "a" }, { deployment: "d" }];
    const roomConfig = {
      agents,
      tags: { color: "red", empty: "" },
      maxPlayoutDelay: 5_000_000_000,
      metadata: undefined,
      minPlayoutDelay: 1,
    };
    const claims = { exp: NOW, sub: "a", video: undefined, kindDetails: ["sip", "cloud_agent"], roomConfig };
    const inClaims = { around: [], inRoomConfig: false, isUnset: false };
    const inConfig = { around: ["1.27.0"], inRoomConfig: true, isUnset: false };
    const delay = ["roomConfig", "maxPlayoutDelay"];
    expect(findYoung(claims as never, table)).toEqual([
      { ...inClaims, path: ["kindDetails", 1], since: "1.43.0" },
      { ...inClaims, path: ["roomConfig"], since: "1.27.0" },
      { ...inConfig, path: ["roomConfig", "agents", 1, "deployment"], since: "1.45.7" },
      { ...inConfig, path: ["roomConfig", "tags"], since: "1.45.2" },
      { ...inConfig, path: ["roomConfig", "tags", "color"], since: "1.46.0", around: ["1.27.0", "1.45.2"] },
      { ...inConfig, path: delay, since: "1.40.0", was: "int32" },
      { ...inConfig, path: delay, since: "1.50.0", was: "uint32", around: ["1.27.0", "1.40.0"] },
    ]);
  });

  it("are the missing exp, and members at their default", () => {
    expect(findYoung({ roomConfig: {} } as never, { Claims: { roomConfig: { member: "1.27.0" } } })).toEqual([
      { path: ["exp"], since: EXP_SINCE, around: [], inRoomConfig: false, isUnset: false, isMissing: true },
      { path: ["roomConfig"], since: "1.27.0", around: [], inRoomConfig: false, isUnset: true },
    ]);
  });

  it("are no members that are undefined", () => {
    expect(findYoung({ exp: NOW, video: undefined, roomConfig: undefined } as never)).toEqual([]);
  });
});

describe("a token without exp", () => {
  const { exp: _exp, ...rest } = claimsOf({});
  const withoutExp = rest as typeof rest & { exp: number };

  it("is refused since livekit-server 1.13.6, and never expires on older servers", () => {
    const refusing = targetNames().filter((name) => predict(name, withoutExp) === "refuse");
    expect(refusing[0]).toBe("livekit-server@1.13.6");
    expect(refusing).toEqual(targetNames().slice(targetNames().indexOf("livekit-server@1.13.6")));
    expect(["protocol@1.50.4", "protocol@1.51.0"].map((name) => predict(name, withoutExp))).toEqual([
      "accept",
      "refuse",
    ]);
  });

  it("has none from Object.prototype either", () => {
    Object.defineProperty(Object.prototype, "exp", { value: NOW, configurable: true });
    try {
      expect(predict("livekit-server@1.13.7", withoutExp)).toBe("refuse");
    } finally {
      Reflect.deleteProperty(Object.prototype, "exp");
    }
  });

  it("is reported with the missing member", () => {
    const [issue] = target("livekit-server@1.13.7").check(withoutExp);
    expect(issue).toMatchObject({ pointer: "/exp", keyword: "target-refuses" });
    expect(issue?.message).toMatch(
      /^must be set since protocol 1\.51\.0; livekit-server@1\.13\.7 .* refuses a token without it/,
    );
  });
});
