import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readFacts } from "../../../scripts/model/history/facts.js";
import { knownSince, modelAt } from "../../../scripts/model/history/history.js";
import { claimPaths } from "../../../scripts/model/join-history.js";
import { eachSubschema, isSchemaObject, type JsonSchema } from "../../../scripts/model/json-schema.js";
import { load } from "../../../scripts/model/load.js";
import { getDef } from "../../../scripts/model/model.js";
import { ROOTS } from "../../../scripts/protocol/roots.js";
import { SCHEMA } from "../../support/copies.js";

const files = readdirSync(SCHEMA, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".schema.json") && !file.startsWith(join("protocol", "releases")))
  .sort();
const read = (file: string): JsonSchema => JSON.parse(readFileSync(join(SCHEMA, file), "utf8"));

/** The members that Go's current grants have, by path in the payload. "identity" repeats sub. */
const { history } = await readFacts(SCHEMA);
const CURRENT = Object.keys(history.claims).filter(
  (path) => path !== "identity" && knownSince(history.claims[path]) !== undefined,
);
const REGISTERED = ["exp", "iat", "iss", "jti", "nbf", "sub"];

/** Our schema files with the claim that each describes, or "" for the claims themselves. */
const model = await load(SCHEMA);
const PLACES = [...claimPaths(model)].flatMap(([title, path]) => {
  const { file, schema } = getDef(model, title);
  return schema.type === "object" ? [[file.replace(".schema.json", ""), path] as const] : [];
});
const NAMES = PLACES.map(([name]) => name);

/** The members of the Rust SDK with their defaults; undefined for those without. */
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

describe("the schemas", () => {
  it("have a file for the claims, for each grant, and for each imported message", () => {
    expect(files).toEqual(
      [...NAMES.map((name) => `${name}.schema.json`), ...Object.values(ROOTS).map((file) => join(file))].sort(),
    );
  });

  it.each(PLACES)("of %s have exactly the members in the history at %j", (name, path) => {
    const below = CURRENT.filter((other) => (path === "" ? !other.includes(".") : other.startsWith(`${path}.`)));
    const expected = [...below.map((other) => other.split(".").at(-1)), ...(path === "" ? REGISTERED : [])];
    expect(Object.keys(read(`${name}.schema.json`).properties ?? {}).sort()).toEqual(expected.sort());
  });

  it.each(NAMES)("of %s have the seed's members first, in its order and with its defaults", (name) => {
    const members = Object.entries(read(`${name}.schema.json`).properties ?? {}) as [string, JsonSchema][];
    const seed = Object.entries(SEED[name] ?? {});
    expect(members.slice(0, seed.length).map(([member, schema]) => [member, schema.default])).toEqual(seed);
    const beyond = members.slice(seed.length).filter(([, schema]) => "default" in schema);
    expect(beyond.map(([member]) => member)).toEqual([]);
  });

  it("have a default from another member for canPublishData only", () => {
    const taken = NAMES.flatMap((name) =>
      Object.entries(read(`${name}.schema.json`).properties ?? {}).flatMap(([member, schema]) =>
        isSchemaObject(schema) && "x-default-from" in schema ? [[name, member, schema["x-default-from"]]] : [],
      ),
    );
    expect(taken).toEqual([["video-grants", "canPublishData", "canPublish"]]);
  });

  it("require exp and iss, and both members of a sip object", () => {
    const required = NAMES.flatMap((name) => {
      const schema = read(`${name}.schema.json`);
      return schema.required ? [[name, schema.required]] : [];
    });
    expect(required).toEqual([
      ["claims", ["exp", "iss"]],
      ["sip-grants", ["admin", "call"]],
    ]);
  });

  it("describe for each of our members its absence", () => {
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
  it.each(files)("of %s is 2020-12, with closed objects", (file) => {
    const schema = read(file);
    expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(openObjects(schema, "")).toEqual([]);
  });
});

/** Returns pointers to the object schemas that accept unknown members. The parts of a rule need not be closed. */
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

describe("enums are equal to those of the protocol, in lower case and in the order of their numbers", () => {
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
