import { describe, expect, it } from "vitest";
import { buildRoomConfiguration, isAtDefault } from "../../../src/room-config/build.js";
import { claimsOf } from "../../support/readers.js";
import { forge, KEY, NOW, payload } from "../../support/tokens.js";

// generated/vectors has the canonical form of each kind of member: see test/src/index.vectors.test.ts.

const read = async (roomConfig: unknown) => (await claimsOf(forge(payload({ roomConfig })))).roomConfig;
const text = (value: unknown): string => JSON.stringify(value);

describe("the canonical form", () => {
  it("has members in the schema's order, and elements in their own", async () => {
    const roomConfig = {
      agents: [{ metadata: "2", agentName: "b" }, { agentName: "a" }],
      max_participants: 1,
      name: "n",
    };
    expect(text(await read(roomConfig))).toBe(
      text({ name: "n", maxParticipants: 1, agents: [{ agentName: "b", metadata: "2" }, { agentName: "a" }] }),
    );
  });

  it("remains the same when it is read again", async () => {
    const once = await read({
      empty_timeout: "60",
      agents: [{ agent_name: "a", restart_policy: 1 }],
      egress: { tracks: { gcp: {} } },
    });
    expect(once).toStrictEqual({
      emptyTimeout: 60,
      egress: { tracks: { gcp: {} } },
      agents: [{ agentName: "a", restartPolicy: "JRP_NEVER" }],
    });
    expect(text(await read(once))).toBe(text(once));
  });

  it("shares nothing with the configuration that it is of", () => {
    const tags = Object.assign(Object.create(null), { a: "b" });
    const config = { tags, egress: { tracks: { s3: { metadata: { c: "d" } } } }, agents: [{ attributes: { e: "f" } }] };
    const built = buildRoomConfiguration(config);
    expect(built).toEqual(config);
    const objectsIn = (value: unknown): unknown[] =>
      typeof value === "object" && value !== null ? [value, ...Object.values(value).flatMap(objectsIn)] : [];
    expect(objectsIn(built).filter((object) => objectsIn(config).includes(object))).toEqual([]);
    expect(Object.getPrototypeOf(built.tags)).toBe(Object.prototype);
  });

  it("has plain objects as maps, whatever their keys", async () => {
    const tags = '{"__proto__":"p","constructor":"c","toString":"t","":"e","empty_timeout":"s","a/b":"x"}';
    const attributes = '{"__proto__":"q"}';
    const roomConfig = `{"tags":${tags},"agents":[{"attributes":${attributes}}]}`;
    const config = (await claimsOf(forge(`{"iss":"${KEY}","exp":${NOW + 600},"roomConfig":${roomConfig}}`))).roomConfig;
    expect(text(config)).toBe(`{"agents":[{"attributes":${attributes}}],"tags":${tags}}`);
    expect(Object.getPrototypeOf(config?.tags)).toBe(Object.prototype);
    expect(Object.getPrototypeOf(config?.agents?.[0]?.attributes)).toBe(Object.prototype);
  });
});

it("a value of a wrong type is no default of an enum, whatever it is", () => {
  const member = { kind: "enum", of: "JobRestartPolicy" } as const;
  const values = ["JRP_ON_FAILURE", "JRP_NEVER", 0, null, {}, JSON.parse('{"toString":1}')];
  expect(values.map((value) => isAtDefault(value, member))).toEqual([true, false, false, false, false, false]);
});
