import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readFacts } from "../../../scripts/model/history/facts.js";
import { knownSince, modelAt } from "../../../scripts/model/history/history.js";
import { claimPaths } from "../../../scripts/model/join-history.js";
import { eachSubschema, isSchemaObject, type JsonSchema } from "../../../scripts/model/json-schema.js";
import { load } from "../../../scripts/model/load.js";
import { getDef } from "../../../scripts/model/model.js";
import { SCHEMA } from "../../support/copies.js";

const files = readdirSync(SCHEMA, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".schema.json") && !file.startsWith(join("protocol", "releases")))
  .sort();
const read = (file: string): JsonSchema => JSON.parse(readFileSync(join(SCHEMA, file), "utf8"));

/** What the current Go implementation reads, by its path in the payload; "identity" repeats sub. */
const { history } = await readFacts(SCHEMA);
const CURRENT = Object.keys(history.claims).filter(
  (path) => path !== "identity" && knownSince(history.claims[path]) !== undefined,
);
const REGISTERED = ["exp", "iat", "iss", "jti", "nbf", "sub"];

/** The files of ours, and the claim that each describes; "" for the claims themselves. */
const model = await load(SCHEMA);
const PLACES = [...claimPaths(model)].flatMap(([title, path]) => {
  const { file, schema } = getDef(model, title);
  return schema.type === "object" ? [[file.replace(".schema.json", ""), path] as const] : [];
});
const NAMES = PLACES.map(([name]) => name);

/** The members of the Rust SDK with the values that they have when absent; undefined where they have none. */
const SEED: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  claims: {
    ...{ exp: undefined, iss: undefined, nbf: 0, sub: "", name: "", video: {}, sip: {} },
    ...{ sha256: "", metadata: "", attributes: {}, roomConfig: null },
  },
  "video-grants": {
    ...{ roomCreate: false, roomList: false, roomRecord: false, roomAdmin: false, roomJoin: false },
    ...{ room: "", destinationRoom: "", canPublish: true, canSubscribe: true, canPublishData: true },
    ...{ canPublishSources: [], canUpdateOwnMetadata: false, ingressAdmin: false, hidden: false, recorder: false },
  },
  "sip-grants": { admin: false, call: false },
};

describe("members", () => {
  it("there is a schema file for the claims, for each grant, and for the imported room configuration", () => {
    expect(files).toEqual(
      [...NAMES, join("protocol", "room-configuration")].map((name) => `${name}.schema.json`).sort(),
    );
  });

  it.each(PLACES)("%s has the members that the history knows at %j, and no other", (name, path) => {
    const below = CURRENT.filter((other) => (path === "" ? !other.includes(".") : other.startsWith(`${path}.`)));
    const expected = [...below.map((other) => other.split(".").at(-1)), ...(path === "" ? REGISTERED : [])];
    expect(Object.keys(read(`${name}.schema.json`).properties ?? {}).sort()).toEqual(expected.sort());
  });

  it.each(NAMES)("%s: the seed's members come first and in its order, with its defaults", (name) => {
    const members = Object.entries(read(`${name}.schema.json`).properties ?? {}) as [string, JsonSchema][];
    const seed = Object.entries(SEED[name] ?? {});
    expect(members.slice(0, seed.length).map(([member, schema]) => [member, schema.default])).toEqual(seed);
    const beyond = members.slice(seed.length).filter(([, schema]) => "default" in schema);
    expect(beyond.map(([member]) => member)).toEqual([]);
  });

  it("only canPublishData takes its default from another member, canPublish", () => {
    const taken = NAMES.flatMap((name) =>
      Object.entries(read(`${name}.schema.json`).properties ?? {}).flatMap(([member, schema]) =>
        isSchemaObject(schema) && "x-default-from" in schema ? [[name, member, schema["x-default-from"]]] : [],
      ),
    );
    expect(taken).toEqual([["video-grants", "canPublishData", "canPublish"]]);
  });

  it("exp and iss are required, and both members of a sip object", () => {
    const required = NAMES.flatMap((name) => {
      const schema = read(`${name}.schema.json`);
      return schema.required ? [[name, schema.required]] : [];
    });
    expect(required).toEqual([
      ["claims", ["exp", "iss"]],
      ["sip-grants", ["admin", "call"]],
    ]);
  });

  it("every member of ours says what happens when it is absent", () => {
    const silent = NAMES.flatMap((name) =>
      Object.entries(read(`${name}.schema.json`).properties ?? {}).flatMap(([member, schema]) => {
        const words = isSchemaObject(schema) ? (schema.description ?? "") : "";
        return /\babsent\b|\ba token without it is refused\b/.test(words) ? [] : [`${name} ${member}`];
      }),
    );
    expect(silent).toEqual([]);
  });
});

describe("form", () => {
  it.each(files)("%s is 2020-12, and every object in it closed", (file) => {
    const schema = read(file);
    expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(openObjects(schema, "")).toEqual([]);
  });
});

/** Where an object schema lets unknown members through; the parts of a rule need not be closed. */
function openObjects(schema: JsonSchema, pointer: string): string[] {
  const open: string[] = [];
  const closed = schema.additionalProperties === false;
  const map = isSchemaObject(schema.additionalProperties) && schema.properties === undefined;
  if (schema.type === "object" && !closed && !map) open.push(pointer);
  eachSubschema(schema, pointer, (child, at) => {
    if (!/\/(if|then|else|not)$/.test(at)) open.push(...openObjects(child, at));
  });
  return open;
}

describe("enums are those of the protocol, in lower case and in the order of their numbers", () => {
  const { values: all } = modelAt(history, history.releases.at(-1) as string);
  const lower = (type: string) =>
    Object.entries(all)
      .filter(([name]) => name.slice(0, name.lastIndexOf(".")) === type)
      .sort(([, a], [, b]) => Number(a) - Number(b))
      .map(([name]) => name.slice(type.length + 1).toLowerCase());

  it.each([
    ["video-grants", "TrackSource", lower("TrackSource").filter((name) => name !== "unknown")],
    ["claims", "ParticipantKind", lower("ParticipantInfo.Kind")],
    ["claims", "ParticipantKindDetail", lower("ParticipantInfo.KindDetail")],
  ])("%s %s", (file, name, values) => {
    const defs = read(`${file}.schema.json`).$defs as Record<string, JsonSchema>;
    expect(defs[name]).toMatchObject({ type: "string", enum: values });
  });
});
