import { describe, expect, it } from "vitest";
import { claimsOf } from "../../support/readers.js";
import { forge, KEY, NOW, payload } from "../../support/tokens.js";

type Json = Record<string, unknown>;

const read = async (roomConfig: unknown) => (await claimsOf(forge(payload({ roomConfig })))).roomConfig;
/** Keeps the difference between an absent member and one that is undefined, and the order. */
const text = (value: unknown): string => JSON.stringify(value);

const tracks = (output: unknown): Json => ({ egress: { tracks: output } });
const participant = (egress: unknown): Json => ({ egress: { participant: egress } });
const room = (egress: unknown): Json => ({ egress: { room: egress } });

describe("the canonical form", () => {
  it.each<[string, Json, Json]>([
    ["an empty configuration stays", {}, {}],
    [
      "default values are left out",
      { name: "", emptyTimeout: 0, metadata: "", minPlayoutDelay: "0", syncStreams: false, agents: [], tags: {} },
      {},
    ],
    ["a zero with a sign is left out", { emptyTimeout: -0, maxParticipants: "-0" }, {}],
    [
      "an enum's default is left out, by name or number",
      { agents: [{ restartPolicy: "JRP_ON_FAILURE" }, { restart_policy: 0 }] },
      { agents: [{}, {}] },
    ],
    [
      "default values are left out in messages of a oneof",
      tracks({ s3: { bucket: "", forcePathStyle: false } }),
      tracks({ s3: {} }),
    ],
    [
      "default values stay as elements",
      room({ streamOutputs: [{ urls: ["", "rtmp://a"] }] }),
      room({ streamOutputs: [{ urls: ["", "rtmp://a"] }] }),
    ],
    ["default values stay in maps", { tags: { a: "", b: "x" } }, { tags: { a: "", b: "x" } }],
    [
      "messages stay once they are set",
      { egress: { room: {}, participant: {}, tracks: {} } },
      { egress: { room: {}, participant: {}, tracks: {} } },
    ],
    ["messages of a oneof stay once they are set", tracks({ gcp: {} }), tracks({ gcp: {} })],
    [
      "an enum of a oneof stays at its default, by name",
      participant({ preset: "H264_720P_30" }),
      participant({ preset: "H264_720P_30" }),
    ],
    [
      "an enum of a oneof stays at its default, by number",
      participant({ preset: 0 }),
      participant({ preset: "H264_720P_30" }),
    ],
    ["empty elements stay", { agents: [{}, {}] }, { agents: [{}, {}] }],
    [
      "a message without presence of its own stays in a message",
      room({ file: { s3: { proxy: {} } } }),
      room({ file: { s3: { proxy: {} } } }),
    ],
  ])("%s", async (_, roomConfig, expected) => {
    expect(text(await read(roomConfig))).toBe(text(expected));
  });

  it("reads as itself when minted again", async () => {
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
});

describe("__proto__", () => {
  const reading = async (roomConfig: string) =>
    (await claimsOf(forge(`{"iss":"${KEY}","exp":${NOW + 600},"roomConfig":${roomConfig}}`))).roomConfig;

  it("survives as the key of a map, as do other odd ones", async () => {
    const tags = '{"__proto__":"p","constructor":"c","toString":"t","":"e","empty_timeout":"s","a/b":"x"}';
    const attributes = '{"__proto__":"q"}';
    const config = await reading(`{"tags":${tags},"agents":[{"attributes":${attributes}}]}`);
    expect(text(config)).toBe(`{"agents":[{"attributes":${attributes}}],"tags":${tags}}`);
    expect(Object.getPrototypeOf(config?.tags)).toBe(Object.prototype);
    expect(Object.getPrototypeOf(config?.agents?.[0]?.attributes)).toBe(Object.prototype);
  });

  it("gives nothing as a member", async () => {
    const config = await reading('{"__proto__":{"name":"n","emptyTimeout":5},"egress":{"__proto__":{"tracks":{}}}}');
    expect(text(config)).toBe('{"egress":{}}');
    expect(config?.name).toBeUndefined();
  });
});
