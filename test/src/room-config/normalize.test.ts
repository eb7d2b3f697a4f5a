import { describe, expect, it } from "vitest";
import type { Shape } from "../../../generated/shapes.js";
import { normalizeMessage, normalizeRoomConfig, spellings } from "../../../src/room-config/normalize.js";

const normalize = (roomConfig: object): unknown => normalizeRoomConfig(roomConfig, []).value;

describe("a member", () => {
  it("may be spelled as in JSON or as in the .proto file", () => {
    const shape: Shape = { emptyTimeout: {}, name: {}, aliOSS: { proto: "aliOSS" }, url: { proto: "URL_" } };
    expect([...spellings(shape)].sort()).toEqual([
      ["URL_", "url"],
      ["aliOSS", "aliOSS"],
      ["emptyTimeout", "emptyTimeout"],
      ["empty_timeout", "emptyTimeout"],
      ["name", "name"],
      ["url", "url"],
    ]);
  });

  it("that is unknown, null or no value of its enum is left out, also where nobody listens", () => {
    const agent = { agentName: null, restartPolicy: "none", unknown: 1 };
    expect(Reflect.ownKeys(normalize(agent) as object)).toEqual([]);
    const value = normalizeRoomConfig({ agents: [agent], name: null }, [], { unknown() {} }).value as {
      agents: object[];
    };
    expect([Object.keys(value), value.agents.map(Reflect.ownKeys as (agent: object) => unknown)]).toEqual([
      ["agents"],
      [[]],
    ]);
  });

  it.each<[object]>([
    [{ syncStreams: "1" }],
    [{ emptyTimeout: "ten" }],
    [{ agents: [{ restartPolicy: Object.create(null) }, { restartPolicy: 2 ** 31 }, { restartPolicy: true }, 5] }],
    [{ agents: {}, tags: [], egress: "s3" }],
  ])("of a wrong type is kept, for the validator to report: %#", (roomConfig) => {
    expect(normalize(roomConfig)).toEqual(roomConfig);
  });

  it("in two spellings is reported once for each that is too many", () => {
    const { issues } = normalizeRoomConfig({ empty_timeout: 1, emptyTimeout: 2 }, ["roomConfig"]);
    expect(issues).toEqual([
      {
        path: ["roomConfig", "emptyTimeout"],
        pointer: "/roomConfig/emptyTimeout",
        keyword: "duplicate",
        message: "must not be set twice, as emptyTimeout and in another spelling",
      },
    ]);
  });

  it("beside others of no oneof is not reported", () => {
    expect(
      normalizeRoomConfig({ name: "a", metadata: "b", egress: { tracks: { filepath: "c", s3: {} } } }, []).issues,
    ).toEqual([]);
  });
});

describe("values of enums in a list or a map", () => {
  const kinds = { of: "TrackSource", kind: "enum" } as const;
  const shape: Shape = { list: { ...kinds, many: "list" }, map: { ...kinds, many: "map" } };

  it("are named, and left out where they are unknown", () => {
    const value = { list: ["camera", "none", 2, 99], map: { a: 1, b: "none", c: "microphone" } };
    const { list, map } = normalizeMessage(value, "Message", shape, []).value as { list: unknown; map: object };
    expect([list, Object.entries(map)]).toEqual([
      ["camera", "microphone"],
      [
        ["a", "camera"],
        ["c", "microphone"],
      ],
    ]);
  });
});
