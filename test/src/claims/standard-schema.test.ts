import { readdirSync, readFileSync } from "node:fs";
import type { StandardSchemaV1 } from "@standard-schema/spec";
import { describe, expect, it } from "vitest";
import * as api from "../../../src/index.js";
import { KEY } from "../../support/tokens.js";

const schemas = Object.entries(api).filter(([name]) => name.endsWith("Schema")) as unknown as [
  string,
  StandardSchemaV1,
][];

/** Returns the result of a schema for a value. It must not be a promise. */
function validate(schema: StandardSchemaV1, value: unknown): StandardSchemaV1.Result<unknown> {
  const result = schema["~standard"].validate(value);
  if (result instanceof Promise) throw new Error("a promise");
  return result;
}

const faults = (schema: StandardSchemaV1, value: unknown): unknown[] =>
  (validate(schema, value).issues ?? []).map(({ path }) => path);

it("exports a Standard Schema for each schema of claims, and no other", () => {
  const folder = new URL("../../../schema/", import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".schema.json") && !file.startsWith("endpoint"),
  );
  const titled = files.map((file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")).title as string);
  const named = files.map((file) => file.replace(/^.*\/|\.schema\.json$/g, ""));
  expect(schemas.map(([name]) => name).sort()).toEqual(
    named.map((name) => `${name.replace(/-(.)/g, (_, letter) => letter.toUpperCase())}Schema`).sort(),
  );
  expect(schemas.map(([name]) => name.toLowerCase()).sort()).toEqual(
    titled.map((title) => `${title.toLowerCase()}schema`).sort(),
  );
});

describe.each(schemas)("%s", (name, schema) => {
  it("has a version, a vendor and a function", () => {
    const { version, vendor, validate } = schema["~standard"];
    expect([version, vendor, typeof validate]).toEqual([1, "livekit-claims", "function"]);
  });

  it.each([null, undefined, 5, "", true, [], () => ({}), new Map(), Symbol("s")])(
    "rejects a value that is not a plain object: %j",
    (value) => {
      expect(faults(schema, value)).toEqual([[]]);
      expect(validate(schema, value)).not.toHaveProperty("value");
    },
  );

  it("rejects unknown members, and names what has no such member", () => {
    const { issues = [] } = validate(schema, { exp: 1, iss: KEY, admin: true, call: true, unknown: 1 });
    const unknown = issues.find(({ path }) => path?.[0] === "unknown");
    const [, of] = /^is not a member of (\w+)/.exec(unknown?.message ?? "") ?? [];
    expect(`${of}Schema`.toLowerCase()).toBe(name.toLowerCase());
  });
});

const CLAIMS = api.buildClaims({ exp: 1, iss: KEY });
const VIDEO = api.buildVideoGrants({});

describe("a valid value is copied, with its defaults", () => {
  it.each<[string, StandardSchemaV1, object, object]>([
    ["claims", api.claimsSchema, { iss: KEY, exp: 1 }, CLAIMS],
    [
      "claims with roomConfig",
      api.claimsSchema,
      { iss: KEY, exp: 1, roomConfig: { name: "" } },
      { ...CLAIMS, roomConfig: {} },
    ],
    ["no claims", api.claimsSchema, {}, api.buildClaims({})],
    ["claims in a file", api.claimsSchema, { $schema: "claims.schema.json", sub: "a" }, api.buildClaims({ sub: "a" })],
    ["video", api.videoGrantsSchema, {}, VIDEO],
    [
      "canPublish alone",
      api.videoGrantsSchema,
      { canPublish: false },
      { ...VIDEO, canPublish: false, canPublishData: false },
    ],
    ["sip", api.sipGrantsSchema, { call: true, admin: false }, { admin: false, call: true }],
    ["sip by one member", api.sipGrantsSchema, { call: true }, { admin: false, call: true }],
    ["agent", api.agentGrantsSchema, { admin: true }, { admin: true }],
    ["agentEndpoint", api.agentEndpointGrantsSchema, { agentName: "a", call: true }, { call: true, agentName: "a" }],
    ["agentThread", api.agentThreadGrantsSchema, { threadIds: ["t"] }, { threadIds: ["t"] }],
    ["inference", api.inferenceGrantsSchema, { perform: false }, { perform: false }],
    ["observability", api.observabilityGrantsSchema, {}, {}],
    ["roomConfig", api.roomConfigurationSchema, { agents: [{}], name: "n", tags: {} }, { name: "n", agents: [{}] }],
    ["an object without prototype", api.inferenceGrantsSchema, Object.create(null), {}],
    ["members that are undefined", api.agentGrantsSchema, { admin: undefined }, {}],
  ])("%s", (_, schema, value, expected) => {
    const before = JSON.stringify(value);
    const result = validate(schema, value);
    expect(result).toEqual({ value: expected });
    expect(JSON.stringify(result)).toBe(JSON.stringify({ value: expected }));
    expect("value" in result && result.value).not.toBe(value);
    expect(JSON.stringify(value)).toBe(before);
  });

  it("shares no objects with the input", () => {
    const tags = { a: "b" };
    const result = validate(api.roomConfigurationSchema, { tags });
    tags.a = "changed";
    expect(result).toEqual({ value: { tags: { a: "b" } } });
  });
});

describe("an invalid value leads to issues with a path, by the input profile", () => {
  it.each<[StandardSchemaV1, object, (string | number)[][]]>([
    [api.claimsSchema, { exp: 1.5, iss: 5 }, [["exp"], ["iss"]]],
    [api.claimsSchema, { exp: 1, iss: KEY, kind: "Agent" }, [["kind"]]],
    [api.claimsSchema, { exp: 1, iss: KEY, video: { roomJoin: true } }, [["sub"], ["video", "room"]]],
    [api.claimsSchema, { exp: 1, iss: KEY, roomConfig: { agents: [{}, 5] } }, [["roomConfig", "agents", 1]]],
    [api.claimsSchema, { exp: 1, iss: KEY, attributes: { "a/b": 1 } }, [["attributes", "a/b"]]],
    [api.videoGrantsSchema, { canPublishSources: ["camera", "x"] }, [["canPublishSources", 1]]],
    [api.videoGrantsSchema, { room: "\ud800" }, [["room"]]],
    [api.videoGrantsSchema, { roomJoin: true }, [["room"]]],
    [api.videoGrantsSchema, { roomJoin: true, room: "" }, [["room"]]],
    [api.sipGrantsSchema, { admin: 1 }, [["admin"]]],
    [api.agentGrantsSchema, { admin: 1 }, [["admin"]]],
    [api.agentEndpointGrantsSchema, { deployment: null }, [["deployment"]]],
    [api.agentThreadGrantsSchema, { threadIds: ["a", 2] }, [["threadIds", 1]]],
    [api.inferenceGrantsSchema, { perform: "yes" }, [["perform"]]],
    [api.observabilityGrantsSchema, { write: [] }, [["write"]]],
    [
      api.roomConfigurationSchema,
      { empty_timeout: 1, empty_time: 1, max_participants: "x" },
      [["maxParticipants"], ["empty_time"]],
    ],
    [api.roomConfigurationSchema, { egress: { tracks: { s3: {}, gcp: {} } } }, [["egress", "tracks", "gcp"]]],
  ])("%#: %j", (schema, value, paths) => {
    expect(faults(schema, value).sort()).toEqual([...paths].sort());
    for (const { message } of validate(schema, value).issues ?? []) expect(message).toMatch(/^(must|is) /);
  });

  it("names the member that requires another one, relative to the schema's root", () => {
    const messages = (schema: StandardSchemaV1, value: object) =>
      validate(schema, value).issues?.map(({ message }) => message);
    expect(messages(api.videoGrantsSchema, { roomJoin: true })).toEqual(["is required when roomJoin is true"]);
    expect(messages(api.claimsSchema, { sub: "", video: { roomJoin: true } })).toEqual([
      "must not be empty when video.roomJoin is true",
      "is required when video.roomJoin is true",
    ]);
  });

  it("compares times of claims only", () => {
    const keywords = (schema: StandardSchemaV1) =>
      validate(schema, { exp: 1, nbf: 2 }).issues?.map((issue) => (issue as api.Issue).keyword);
    expect(keywords(api.claimsSchema)).toEqual(["expiry"]);
    expect(keywords(api.videoGrantsSchema)).toEqual(["additionalProperties", "additionalProperties"]);
  });

  it("returns the issues of validateClaims", () => {
    const issue = { path: ["room"], pointer: "/room", keyword: "type", message: "must be a string; got a number" };
    expect(validate(api.videoGrantsSchema, { room: 5 })).toEqual({ issues: [issue] });
  });
});
