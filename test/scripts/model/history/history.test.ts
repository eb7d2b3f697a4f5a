import { describe, expect, it } from "vitest";
import { EMPTY, extend, type History, knownSince, modelAt } from "../../../../scripts/model/history/history.js";
import { KINDS, type ReleaseModel } from "../../../../scripts/model/history/kinds.js";
import { parseHistory, writeHistory } from "../../../../scripts/model/history/text.js";
import { SchemaError } from "../../../../scripts/model/schema-error.js";
import { HISTORY, HISTORY_TEXT, NOTHING } from "../../../support/replayable.js";

const replay = (...models: ReleaseModel[]): History =>
  models.reduce((history, model, index) => extend(history, `1.${20 + index}.0`, model), EMPTY);
const withMember = (is: string | undefined): ReleaseModel =>
  is === undefined ? NOTHING : { ...NOTHING, members: { "A.a": is } };

describe("replay", () => {
  // biome-ignore format: a table
  it.each<[what: string, releases: (string | undefined)[], entry: object | undefined, known: string | undefined]>([
    ["is in every release", ["string", "string"], { since: "1.20.0", is: "string" }, "1.20.0"],
    ["was added later", [undefined, "string"], { since: "1.21.0", is: "string" }, "1.21.0"],
    ["was never added", [undefined, undefined], undefined, undefined],
    ["was removed", ["string", "string", undefined, undefined], { since: "1.20.0", removed: "1.22.0", is: "string" }, undefined],
    ["was added again", ["string", undefined, undefined, "string"], { since: "1.20.0", is: "string", away: [["1.21.0", "1.23.0"]] }, "1.23.0"],
    ["was added again twice and removed", ["s", undefined, "s", undefined, "s", undefined], { since: "1.20.0", removed: "1.25.0", is: "s", away: [["1.21.0", "1.22.0"], ["1.23.0", "1.24.0"]] }, undefined],
    ["changed twice", ["int32", "uint32", "uint32", "double"], { since: "1.20.0", is: "double", was: { "1.21.0": "int32", "1.23.0": "uint32" } }, "1.20.0"],
    ["was added again with another type", ["int32", undefined, "string"], { since: "1.20.0", is: "string", was: { "1.22.0": "int32" }, away: [["1.21.0", "1.22.0"]] }, "1.22.0"],
  ])("records a member that %s", (_what, releases, entry, known) => {
    const history = replay(...releases.map(withMember));
    expect(history.members["A.a"]).toEqual(entry);
    expect(knownSince(history.members["A.a"])).toBe(known);
    for (const [index, is] of releases.entries()) {
      expect(modelAt(history, `1.${20 + index}.0`)).toEqual(withMember(is));
    }
  });

  it("has separate entries for claims, messages, members, oneofs, enums and values", () => {
    const model = {
      claims: { "A.x": "boolean" },
      messages: { A: "" },
      members: { "A.x": "B" },
      oneofs: { "A.x": "x y" },
      enums: { B: "" },
      values: { "B.x": "0" },
    };
    const history = replay(NOTHING, model);
    const entry = { since: "1.21.0" };
    expect(history).toEqual({
      releases: ["1.20.0", "1.21.0"],
      sums: {},
      claims: { "A.x": { ...entry, is: "boolean" } },
      messages: { A: entry },
      members: { "A.x": { ...entry, is: "B" } },
      oneofs: { "A.x": { ...entry, is: "x y" } },
      enums: { B: entry },
      values: { "B.x": { ...entry, is: "0" } },
    });
  });
});

describe("the file of a history", () => {
  it("has a sorted line for each entry, and is parsed into the same history", () => {
    const history = replay(
      withMember("int32"),
      { ...withMember("string"), messages: { B: "", A: "" } },
      withMember(undefined),
    );
    const text = writeHistory(history);
    expect(text).toContain(`
  "messages": {
    "A": { "since": "1.21.0", "removed": "1.22.0" },
    "B": { "since": "1.21.0", "removed": "1.22.0" }
  },
  "members": {
    "A.a": { "since": "1.20.0", "removed": "1.22.0", "is": "string", "was": {"1.21.0":"int32"} }
  },
`);
    expect(writeHistory(parseHistory(text))).toBe(text);
  });

  it("in the repository is formatted", () => {
    expect(writeHistory(HISTORY)).toBe(HISTORY_TEXT);
  });

  it.each([
    ["no JSON", "{", "", "not JSON"],
    ["a list", "[]", "", "must be a JSON object"],
    ["no releases", HISTORY_TEXT.replace('"releases"', '"release"'), "/releases", "must be a list of releases"],
    ["a release that is none", HISTORY_TEXT.replace('"1.19.1",', '"1.19",'), "/releases", "must be a list of releases"],
    ["no checksums", HISTORY_TEXT.replace('"sums"', '"sum"'), "/sums", "must be an object"],
    ["no values", HISTORY_TEXT.replace('"values"', '"value"'), "/values", "must be an object"],
    [
      "an entry of another release",
      HISTORY_TEXT.replace('"TrackSource.CAMERA": { "since": "0.9.9"', '"TrackSource.CAMERA": { "since": "0.99.9"'),
      "/values/TrackSource.CAMERA/since",
      "must be one of the releases",
    ],
  ])("is rejected with %s", (_fault, text, pointer, problem) => {
    expect(text).not.toBe(HISTORY_TEXT);
    const place = `schema/protocol/history.json${pointer === "" ? "" : `#${pointer}`}: ${problem}`;
    expect(() => parseHistory(text)).toThrow(SchemaError);
    expect(() => parseHistory(text)).toThrow(place);
    expect(() => parseHistory(text)).toThrow("restore it from the repository");
  });
});

describe("the history of the protocol", () => {
  it("is the result of replaying all its releases", () => {
    const replayed = HISTORY.releases.reduce(
      (history, release) => extend(history, release, modelAt(HISTORY, release), HISTORY.sums[release]),
      EMPTY,
    );
    expect(writeHistory(replayed)).toBe(HISTORY_TEXT);
  });

  it.each([
    ["members", "RoomConfiguration.tags", { since: "1.45.2", is: "map of string" }],
    ["members", "RoomConfiguration.agent", { since: "1.19.1", removed: "1.27.0", is: "RoomAgent" }],
    ["members", "RoomAgentDispatch.environment", { since: "1.45.7", removed: "1.45.8", is: "string" }],
    ["oneofs", "EncodedFileOutput.output", { since: "1.19.1", is: "aliOSS azure gcp s3" }],
    ["enums", "AudioMixing", { since: "1.34.0" }],
    ["values", "EncodingOptionsPreset.PASSTHROUGH", { since: "1.51.0", is: "8" }],
    ["values", "ParticipantInfo.Kind.FORWARDED", { since: "1.35.0", removed: "1.36.0", is: "5" }],
    ["values", "TrackSource.SCREEN_SHARE_AUDIO", { since: "0.10.1", is: "4" }],
    ["claims", "agent.databaseAdmin", { since: "1.51.0", is: "boolean" }],
    ["claims", "agent.dispatchAdmin", { since: "1.52.0", is: "boolean" }],
    ["claims", "agentEndpoint", { since: "1.53.0", is: "object" }],
    ["claims", "agentThread", { since: "1.53.0", is: "object" }],
    ["claims", "agent.createSimulation", { since: "1.44.1", removed: "1.45.2", is: "boolean" }],
  ] as const)("has %s %s", (kind, name, entry) => {
    expect(HISTORY[kind][name]).toEqual(entry);
  });

  it("has entries of every kind", () => {
    for (const kind of KINDS) expect(Object.keys(HISTORY[kind]), kind).not.toEqual([]);
  });
});
