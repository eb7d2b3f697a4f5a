import { readFileSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { load } from "../../../scripts/model/load.js";
import { SchemaError } from "../../../scripts/model/schema-error.js";
import { copySchemas, edit, SCHEMA } from "../../support/copies.js";

const CLAIMS = "claims.schema.json";
const VIDEO = "video-grants.schema.json";
const ROOM_CONFIGURATION = "protocol/room-configuration.schema.json";

let copy: string;
beforeAll(async () => {
  copy = await copySchemas();
});

/** Returns the fault of a copy of schema/ in which one file is changed. */
async function faultAfter(file: string, change: (path: string) => Promise<void>): Promise<SchemaError> {
  const path = join(copy, file);
  const before = await readFile(path);
  await change(path);
  const error: unknown = await load(copy).then(
    () => new Error("loaded without a fault"),
    (reason) => reason,
  );
  await writeFile(path, before);
  if (error instanceof SchemaError) return error;
  throw error;
}

describe("load", () => {
  it("joins all files into one model, in the order of their names", async () => {
    const { roots, defs } = await load(SCHEMA);
    const files = [...defs.values()].filter(({ name }) => roots.includes(name)).map(({ file }) => file);
    const written = (await readdir(SCHEMA, { recursive: true })).filter((file) => file.endsWith(".schema.json"));
    expect(files).toEqual(written.filter((file) => !file.startsWith("protocol/releases/")).sort());
    expect(roots).toEqual(files.map((file) => JSON.parse(readFileSync(join(SCHEMA, file), "utf8")).title));
    expect(defs.get("TrackSource")).toMatchObject({ name: "TrackSource", file: VIDEO, origin: "grants" });
    expect(defs.get("S3Upload")).toMatchObject({ name: "S3Upload", file: ROOM_CONFIGURATION, origin: "protocol" });
  });

  it("resolves every reference to a definition of the model", async () => {
    const claims = (await load(SCHEMA)).defs.get("Claims")?.schema;
    expect(claims?.properties).toMatchObject({
      exp: { $ref: "#/$defs/NumericDate" },
      video: { $ref: "#/$defs/VideoGrants" },
      roomConfig: { anyOf: [{ $ref: "#/$defs/RoomConfiguration" }, { type: "null" }] },
      kindDetails: { items: { $ref: "#/$defs/ParticipantKindDetail" } },
    });
    for (const keyword of ["$defs", "$id", "$schema"]) expect(claims).not.toHaveProperty([keyword]);
  });

  it("ignores files that are not schemas, and past releases", async () => {
    const folder = await copySchemas();
    await writeFile(join(folder, "notes.json"), "no JSON");
    await mkdir(join(folder, "protocol", "releases"), { recursive: true });
    await writeFile(join(folder, "protocol", "releases", "1.0.0.schema.json"), "no JSON");
    expect((await load(folder)).roots).toEqual((await load(SCHEMA)).roots);
  });
});

describe("a file that is not JSON is reported with line and column", () => {
  const replace = (before: string, after: string) => (text: string) => {
    expect(text).toContain(before);
    return text.replace(before, after);
  };

  it.each([
    ["a missing comma", replace('"type": "object",', '"type": "object"'), "line 7, column 3"],
    ["a trailing comma", replace('"default": false\n', '"default": false,\n'), "line 13, column 5"],
    ["a word without quotes", replace('"type": "boolean"', '"type": boolean'), "line 11, column 15"],
    ["an open string", replace('"title": "VideoGrants",', '"title": "VideoGrants,'), "line 4, column 12"],
    ["an empty file", () => "", "line 1, column 1"],
    ["a truncated file", () => '{\n  "title":', "line 2, column 11"],
  ])("%s", async (_fault, change, place) => {
    const { file, pointer, message } = await faultAfter(VIDEO, async (path) => {
      await writeFile(path, change(await readFile(path, "utf8")));
    });
    expect({ file, pointer }).toEqual({ file: VIDEO, pointer: "" });
    expect(message.split(": ", 2)).toEqual([`schema/${VIDEO}`, `not JSON (${place})`]);
  });
});

describe("a JSON file that is not a schema is rejected", () => {
  it.each([
    ["a list", "[]"],
    ["null", "null"],
    ["true", "true"],
  ])("%s", async (_fault, text) => {
    const { file, message } = await faultAfter(VIDEO, (path) => writeFile(path, text));
    expect(file).toBe(VIDEO);
    expect(message).toBe(`schema/${VIDEO}: must be a JSON object`);
  });
});

interface Fault {
  readonly fault: string;
  readonly file: string;
  /** The JSON pointer of the change in the copy. A value of undefined deletes the member. */
  readonly at: string;
  readonly value?: unknown;
  /** The pointer that is reported, when it is not that of the change. */
  readonly pointer?: string;
  readonly problem: string;
}

const invalid = "not a valid JSON Schema:";
const idOf = (file: string) => `must be "https://unpkg.com/livekit-claims@1/schema/${file}"`;
const unused = (keyword: string) => `has the unknown keyword ${keyword}; use one of scripts/model/vocabulary.ts`;
const sibling = "must name a sibling that has a default";
const numbers = "must have a number for each value of enum, in the same order";
const joined = "is added from schema/protocol/ when loading; remove it here";
const methodName = 'must be on a claim, and name its methods without "with" or "add": "Identity"';
const nonEmpty = "must be a non-empty string";
const words = "needs a description";
const member = { type: "boolean", description: "d" };

// biome-ignore format: a table
const FAULTS: readonly Fault[] = [
  { fault: "an unknown type", file: VIDEO, at: "/properties/hidden/type", value: "bool", problem: `${invalid} must be equal to one of the allowed values` },
  { fault: "properties that are not an object", file: VIDEO, at: "/properties", value: [], problem: `${invalid} must be object` },
  { fault: "another draft", file: VIDEO, at: "/$schema", value: "http://json-schema.org/draft-07/schema#", problem: 'must be "https://json-schema.org/draft/2020-12/schema"' },
  { fault: "no draft", file: VIDEO, at: "/$schema", problem: 'must be "https://json-schema.org/draft/2020-12/schema"' },
  { fault: "a wrong $id", file: VIDEO, at: "/$id", value: "https://example.com/video", problem: idOf(VIDEO) },
  { fault: "no $id", file: CLAIMS, at: "/$id", problem: idOf(CLAIMS) },
  { fault: "a keyword out of use", file: VIDEO, at: "/properties/room/pattern", value: "^a", pointer: "/properties/room", problem: unused("pattern") },
  { fault: "a misspelt keyword in a list's elements", file: CLAIMS, at: "/properties/kindDetails/items/decription", value: "d", pointer: "/properties/kindDetails/items", problem: unused("decription") },
  { fault: "a misspelt keyword in a rule", file: CLAIMS, at: "/then/properties/sub/minlength", value: 1, pointer: "/then/properties/sub", problem: unused("minlength") },
  { fault: "a keyword named as a member of every object", file: VIDEO, at: "/properties/room/constructor", value: 1, pointer: "/properties/room", problem: unused("constructor") },
  { fault: "an unknown x-secret", file: VIDEO, at: "/properties/room/x-secret", value: "loud", problem: 'must be "refuse" or "warn"' },
  { fault: "x-default-from of nobody", file: VIDEO, at: "/properties/hidden/x-default-from", value: "nobody", problem: sibling },
  { fault: "x-default-from of a sibling without a default", file: VIDEO, at: "/properties/hidden/x-default-from", value: "agent", problem: sibling },
  { fault: "x-default-from of the member itself", file: VIDEO, at: "/properties/hidden/x-default-from", value: "hidden", problem: sibling },
  { fault: "x-default-from outside an object", file: VIDEO, at: "/x-default-from", value: "canPublish", problem: sibling },
  { fault: "a default of the wrong type", file: VIDEO, at: "/properties/hidden/default", value: "no", pointer: "/properties/hidden", problem: "must have a default of its type: null if it may be null; empty for a list, map or object" },
  { fault: "a list that is not empty by default", file: VIDEO, at: "/properties/canPublishSources/default", value: ["camera"], pointer: "/properties/canPublishSources", problem: "must have a default of its type: null if it may be null; empty for a list, map or object" },
  { fault: "an open object", file: VIDEO, at: "/additionalProperties", pointer: "", problem: 'must have "additionalProperties": false' },
  { fault: "a required member that does not exist", file: CLAIMS, at: "/required", value: ["exp", "isss"], problem: "lists isss, which is not a member; add the member or remove the name" },
  { fault: "a condition with else", file: CLAIMS, at: "/else", value: {}, problem: "is not supported; use if and then" },
  { fault: "a name that is not an identifier", file: VIDEO, at: "/properties/a-b", value: { description: "A.", type: "boolean" }, problem: "must have a name of letters, digits and underscores that does not start with a digit" },
  { fault: "an enum without a name", file: VIDEO, at: "/properties/room/enum", value: ["a"], pointer: "/properties/room", problem: "must refer to an enum in $defs, where the enum has a name" },
  { fault: "x-enum-numbers in another order", file: ROOM_CONFIGURATION, at: "/$defs/ImageCodec/x-enum-numbers", value: { IC_JPEG: 1, IC_DEFAULT: 0 }, problem: numbers },
  { fault: "x-enum-numbers with one missing", file: ROOM_CONFIGURATION, at: "/$defs/ImageCodec/x-enum-numbers", value: { IC_DEFAULT: 0 }, problem: numbers },
  { fault: "x-enum-numbers that are no integers", file: ROOM_CONFIGURATION, at: "/$defs/ImageCodec/x-enum-numbers", value: { IC_DEFAULT: "0", IC_JPEG: 1.5 }, problem: numbers },
  { fault: "x-enum-numbers without an enum", file: ROOM_CONFIGURATION, at: "/properties/name/x-enum-numbers", value: {}, problem: numbers },
  { fault: "x-since written by hand", file: VIDEO, at: "/properties/room/x-since", value: "0.1.0", problem: joined },
  { fault: "x-values-since written by hand", file: CLAIMS, at: "/$defs/ParticipantKind/x-values-since", value: { sip: "1.19.1" }, problem: joined },
  { fault: "an empty x-proto-name", file: ROOM_CONFIGURATION, at: "/properties/name/x-proto-name", value: "", problem: nonEmpty },
  { fault: "an x-method outside Claims", file: VIDEO, at: "/properties/hidden/x-method", value: "Hidden", problem: methodName },
  { fault: "an x-method in lower case", file: CLAIMS, at: "/properties/sub/x-method", value: "identity", problem: methodName },
  { fault: "an x-oneof that is no name", file: ROOM_CONFIGURATION, at: "/properties/name/x-oneof", value: 1, problem: nonEmpty },
  { fault: "a member without a description", file: VIDEO, at: "/properties/hidden/description", pointer: "/properties/hidden", problem: words },
  { fault: "a member with a blank description", file: VIDEO, at: "/properties/hidden/description", value: " \n", pointer: "/properties/hidden", problem: words },
  { fault: "a schema without a description", file: VIDEO, at: "/description", pointer: "", problem: words },
  { fault: "a definition without a description", file: VIDEO, at: "/$defs/TrackSource/description", pointer: "/$defs/TrackSource", problem: words },
  { fault: "a definition's member without a description", file: ROOM_CONFIGURATION, at: "/$defs/S3Upload/properties/secret/description", pointer: "/$defs/S3Upload/properties/secret", problem: words },
  { fault: "a member without a description, its name escaped", file: VIDEO, at: "/properties/a~1b~0c", value: { type: "boolean" }, problem: words },
  { fault: "an unknown keyword, the member's name escaped", file: VIDEO, at: "/properties/a~1b~0c", value: { ...member, pattern: "a" }, problem: unused("pattern") },
  { fault: "a member that is no object", file: VIDEO, at: "/properties/hidden", value: true, problem: "must be a schema object" },
  { fault: "a reference to no file", file: CLAIMS, at: "/properties/video/$ref", value: "vidio-grants.schema.json", problem: '"vidio-grants.schema.json" has no target' },
  { fault: "a reference to no definition", file: CLAIMS, at: "/properties/kindDetails/items/$ref", value: "#/$defs/Kind", problem: '"#/$defs/Kind" has no target' },
  { fault: "a reference to a member", file: CLAIMS, at: "/properties/jti/$ref", value: "video-grants.schema.json#/properties/room", problem: '"video-grants.schema.json#/properties/room" has no target' },
  { fault: "a reference in a definition, from its folder", file: ROOM_CONFIGURATION, at: "/$defs/RoomEgress/properties/room/$ref", value: "claims.schema.json", problem: '"claims.schema.json" has no target' },
  { fault: "no title", file: VIDEO, at: "/title", pointer: "", problem: "needs a title" },
  { fault: "a definition without a title", file: VIDEO, at: "/$defs/TrackSource/title", pointer: "/$defs/TrackSource", problem: 'needs the title "TrackSource"' },
  { fault: "a definition with another title", file: VIDEO, at: "/$defs/TrackSource/title", value: "Source", pointer: "/$defs/TrackSource", problem: 'needs the title "TrackSource"' },
  { fault: "the title of another file", file: VIDEO, at: "/title", value: "AgentGrants", pointer: "", problem: "has the same title as a definition in schema/agent-grants.schema.json; rename one of them" },
  { fault: "the title of its own file in a definition", file: VIDEO, at: "/$defs/VideoGrants", value: { title: "VideoGrants", description: "d", type: "string" }, problem: `has the same title as a definition in schema/${VIDEO}; rename one of them` },
];

describe("a fault is reported with file and pointer", () => {
  for (const { fault, file, at, value, pointer = at, problem } of FAULTS) {
    it(`${fault}: ${file}#${pointer}`, async () => {
      const error = await faultAfter(file, (path) => edit(path, at, value));
      expect({ file: error.file, pointer: error.pointer, message: error.message }).toEqual({
        file,
        pointer,
        message: `schema/${file}${pointer === "" ? "" : `#${pointer}`}: ${problem}`,
      });
    });
  }
});
