import { describe, expect, it } from "vitest";
import { claimsOf } from "../../support/readers.js";
import { forge, KEY, NOW, payload } from "../../support/tokens.js";

type Json = Record<string, unknown>;

const read = async (roomConfig: unknown) => (await claimsOf(forge(payload({ roomConfig })))).roomConfig;
/** Keeps the difference between an absent member and one that is undefined, and the order. */
const text = (value: unknown): string => JSON.stringify(value);

const agent = (dispatch: unknown): Json => ({ agents: [dispatch] });
const tracks = (output: unknown): Json => ({ egress: { tracks: output } });
const participant = (egress: unknown): Json => ({ egress: { participant: egress } });
const room = (egress: unknown): Json => ({ egress: { room: egress } });
const advanced = (options: unknown): Json => room({ advanced: options });

describe("the spellings of protobuf JSON are brought to one", () => {
  it.each<[string, Json, Json]>([
    ["names in snake_case", { empty_timeout: 60, max_participants: 2 }, { emptyTimeout: 60, maxParticipants: 2 }],
    ["names in snake_case, deep down", agent({ agent_name: "a" }), agent({ agentName: "a" })],
    [
      "names in snake_case in a message of a oneof",
      tracks({ s3: { access_key: "k", force_path_style: true } }),
      tracks({ s3: { accessKey: "k", forcePathStyle: true } }),
    ],
    [
      "both kinds of name, for two members",
      { empty_timeout: 60, syncStreams: true },
      { emptyTimeout: 60, syncStreams: true },
    ],
    ["a name that is no camelCase", tracks({ aliOSS: { bucket: "b" } }), tracks({ aliOSS: { bucket: "b" } })],
    ["an enum's number", agent({ restart_policy: 1 }), agent({ restartPolicy: "JRP_NEVER" })],
    ["an enum's number with a fraction of zero", agent({ restartPolicy: 1.0 }), agent({ restartPolicy: "JRP_NEVER" })],
    ["an enum's number in a oneof", participant({ preset: 3 }), participant({ preset: "H264_1080P_60" })],
    ["an enum's name", agent({ restartPolicy: "JRP_NEVER" }), agent({ restartPolicy: "JRP_NEVER" })],
    ["a number in a string", { emptyTimeout: "60" }, { emptyTimeout: 60 }],
    ["a number in a string with a fraction of zero", { emptyTimeout: "60.0" }, { emptyTimeout: 60 }],
    [
      "a number in a string with an exponent",
      { emptyTimeout: "6e1", maxParticipants: "1E+2" },
      { emptyTimeout: 60, maxParticipants: 100 },
    ],
    ["a negative number in a string", advanced({ width: "-5" }), advanced({ width: -5 })],
    ["a double in a string", advanced({ keyFrameInterval: "2.5e0" }), advanced({ keyFrameInterval: 2.5 })],
    ["the greatest uint32", { emptyTimeout: "4294967295" }, { emptyTimeout: 4294967295 }],
    [
      "the least and the greatest int32",
      advanced({ width: -2147483648, height: "2147483647" }),
      advanced({ width: -2147483648, height: 2147483647 }),
    ],
    ["a double with a fraction", advanced({ keyFrameInterval: 0.1 }), advanced({ keyFrameInterval: 0.1 })],
    ["a double beyond the integers", advanced({ keyFrameInterval: 1e300 }), advanced({ keyFrameInterval: 1e300 })],
  ])("%s", async (_, roomConfig, expected) => {
    expect(text(await read(roomConfig))).toBe(text(expected));
  });

  it.each(["60.0", "6e1", "0.6e2", "60.000"])("%s as JSON writes it", async (number) => {
    const token = forge(`{"iss":"${KEY}","exp":${NOW + 600},"roomConfig":{"emptyTimeout":${number}}}`);
    expect((await claimsOf(token)).roomConfig).toStrictEqual({ emptyTimeout: 60 });
  });

  it("members come in the schema's order, elements in theirs", async () => {
    const roomConfig = {
      agents: [{ metadata: "2", agentName: "b" }, { agentName: "a" }],
      max_participants: 1,
      name: "n",
    };
    expect(text(await read(roomConfig))).toBe(
      text({ name: "n", maxParticipants: 1, agents: [{ agentName: "b", metadata: "2" }, { agentName: "a" }] }),
    );
  });
});

describe("what the server drops is dropped", () => {
  it.each<[string, Json, Json]>([
    ["unknown members", { name: "n", colour: "red", nodeId: {} }, { name: "n" }],
    ["unknown members, deep down", tracks({ s3: { bucket: "b", vault: 5 } }), tracks({ s3: { bucket: "b" } })],
    ["names differing only in case", { Name: 5, EmptyTimeout: {}, empty_Timeout: 5, EMPTY_TIMEOUT: 5 }, {}],
    ["names in kebab-case", { "empty-timeout": 5 }, {}],
    ["names of what every object has", { constructor: 5, toString: 5, hasOwnProperty: {} }, {}],
    ["names of other messages", { agentName: "a", egress: { name: 5 } }, { egress: {} }],
    ["unknown names of an enum", agent({ agentName: "a", restartPolicy: "JRP_ALWAYS" }), agent({ agentName: "a" })],
    ["names of an enum in other case", agent({ restartPolicy: "jrp_never" }), agent({})],
    ["an enum's number in a string", agent({ restartPolicy: "1" }), agent({})],
    ["an enum's name that every object has", agent({ restartPolicy: "constructor" }), agent({})],
    ["unknown numbers of an enum", agent({ restartPolicy: 99 }), agent({})],
    ["negative numbers of an enum", agent({ restartPolicy: -1 }), agent({})],
    ["an unknown value of an enum in a oneof", participant({ preset: "H265", file_outputs: [] }), participant({})],
    ["nulls", { name: null, emptyTimeout: null, egress: null, agents: null, tags: null, syncStreams: null }, {}],
    ["nulls, deep down", agent({ agentName: null, restartPolicy: null, attributes: null }), agent({})],
    ["a null in a oneof", tracks({ s3: null, gcp: { bucket: "b" }, azure: null }), tracks({ gcp: { bucket: "b" } })],
  ])("%s", async (_, roomConfig, expected) => {
    expect(text(await read(roomConfig))).toBe(text(expected));
  });

  it("a whole configuration that is null counts as none", async () => {
    expect(await read(null)).toBeNull();
  });
});
