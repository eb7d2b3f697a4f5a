import { readdir, readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { ParseError } from "jsonc-parser";
import { getOwn } from "../../src/json/own.js";
import { toPointer } from "../../src/json/path.js";
import { checkMembers } from "./check-members.js";
import { type Facts, readFacts } from "./history/facts.js";
import { joinHistory } from "./join-history.js";
import { eachSubschema, isSchemaObject, type JsonSchema, mapSubschemas, omit } from "./json-schema.js";
import { withMembers } from "./members.js";
import type { Model, SchemaDef } from "./model.js";
import { SchemaError } from "./schema-error.js";
import { STANDARD, VOCABULARY } from "./vocabulary.js";
import { readWebhook } from "./webhook.js";

/**
 * Reads schema/, checks every file, and joins the files and the history of the protocol into one model.
 *
 * @param folder the schema folder
 * @param options.draft whether imported members may lack descriptions
 * @throws SchemaError for the first fault: not JSON, not a valid 2020-12 schema, an unknown keyword, a member
 * without a description, a reference without a target, two definitions with one title
 */
export async function load(folder: string, { draft = false }: { readonly draft?: boolean } = {}): Promise<Model> {
  const files = await schemaFiles(folder);
  const schemas = new Map<string, JsonSchema>();
  for (const file of files) schemas.set(file, await readSchema(folder, file));

  for (const [file, schema] of schemas) {
    check(file, schema);
    if (!draft || originOf(file) === "grants") checkDescriptions(file, "", schema);
  }

  const defs = new Map<string, SchemaDef>();
  for (const [file, schema] of schemas) {
    for (const { name, pointer, schema: def } of definitionsOf(file, schema)) {
      const other = defs.get(name);
      if (other)
        throw new SchemaError(
          file,
          pointer,
          `has the same title as a definition in schema/${other.file}; rename one of them`,
        );
      defs.set(name, { name, file, origin: originOf(file), schema: resolveRefs(file, pointer, def, schemas) });
    }
  }
  const facts = await readFacts(folder);
  const roots = files.map((file) => (schemas.get(file) as JsonSchema).title as string);
  const about = {
    protocol: protocolOf(schemas),
    webhook: await readWebhook(folder),
    servers: protocolsOf(facts),
    retyped: new Map(),
  };
  const model = withMembers(joinHistory({ roots, defs, ...about }, facts));
  checkMembers(model);
  return model;
}

function protocolsOf({ servers }: Facts): ReadonlyMap<string, string> {
  return new Map(Object.entries(servers).map(([server, { protocol }]) => [server, protocol]));
}

function protocolOf(schemas: ReadonlyMap<string, JsonSchema>): string {
  const file = "protocol/room-configuration.schema.json";
  const protocol = schemas.get(file)?.["x-protocol"];
  if (typeof protocol === "string") return protocol;
  throw new SchemaError(file, "/x-protocol", 'must be the imported release; run "npm run protocol:import"');
}

async function schemaFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".schema.json") && !name.startsWith("protocol/releases/"))
    .sort();
}

async function readSchema(folder: string, file: string): Promise<JsonSchema> {
  const text = await readFile(join(folder, file), "utf8");
  let schema: unknown;
  try {
    schema = JSON.parse(text);
  } catch (error) {
    throw new SchemaError(file, "", `not JSON (${await placeOfError(text)}): ${(error as Error).message}`);
  }
  if (!isSchemaObject(schema)) throw new SchemaError(file, "", "must be a JSON object");
  return schema;
}

/**
 * Returns the place of a syntax error. JSON.parse reports it only sometimes, and differently in each release of
 * Node.
 */
async function placeOfError(text: string): Promise<string> {
  const { parse } = await import("jsonc-parser");
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  const before = text.slice(0, errors[0]?.offset ?? text.length).split("\n");
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

/** One for all schemas, since it compiles the meta-schema. */
const ajv = new Ajv2020({ strict: false, allErrors: false });

function check(file: string, schema: JsonSchema): void {
  const draft = "https://json-schema.org/draft/2020-12/schema";
  if (schema.$schema !== draft) throw new SchemaError(file, "/$schema", `must be "${draft}"`);
  if (!ajv.validateSchema(schema)) {
    const [error] = ajv.errors ?? [];
    throw new SchemaError(file, error?.instancePath ?? "", `not a valid JSON Schema: ${error?.message}`);
  }
  const id = `https://unpkg.com/livekit-claims@1/schema/${file}`;
  if (schema.$id !== id) throw new SchemaError(file, "/$id", `must be "${id}"`);
  checkKeywords(file, "", schema, undefined);
}

function originOf(file: string): SchemaDef["origin"] {
  if (file.startsWith("endpoint/")) return "endpoint";
  return file.startsWith("protocol/") ? "protocol" : "grants";
}

function checkKeywords(file: string, pointer: string, schema: JsonSchema, parent: JsonSchema | undefined): void {
  for (const [keyword, value] of Object.entries(schema)) {
    const own = getOwn(VOCABULARY, keyword);
    if (!own && !STANDARD.has(keyword)) {
      throw new SchemaError(
        file,
        pointer,
        `has the unknown keyword ${keyword}; use one of scripts/model/vocabulary.ts`,
      );
    }
    const problem = own?.(value, schema, parent);
    if (problem) throw new SchemaError(file, `${pointer}/${keyword}`, problem);
  }
  eachSubschema(schema, pointer, (child, at) => checkKeywords(file, at, child, schema));
}

/** Checks that definitions and their members have descriptions. Parts of conditions need none. */
function checkDescriptions(file: string, pointer: string, schema: JsonSchema): void {
  for (const { pointer: at, schema: def } of definitionsOf(file, schema)) {
    if (!def.description?.trim()) throw new SchemaError(file, pointer + at, "needs a description");
    for (const [name, member] of Object.entries(def.properties ?? {})) {
      const place = `${at}/properties${toPointer([name])}`;
      if (!isSchemaObject(member)) throw new SchemaError(file, place, "must be a schema object");
      if (!member.description?.trim()) throw new SchemaError(file, place, "needs a description");
    }
  }
}

function definitionsOf(file: string, schema: JsonSchema): { name: string; pointer: string; schema: JsonSchema }[] {
  const local = Object.entries((schema.$defs ?? {}) as Record<string, JsonSchema>).map(([key, def]) => {
    if (def.title !== key) throw new SchemaError(file, `/$defs/${key}`, `needs the title "${key}"`);
    return { name: key, pointer: `/$defs/${key}`, schema: def };
  });
  if (!schema.title) throw new SchemaError(file, "", "needs a title");
  return [
    { name: schema.title, pointer: "", schema: omit(schema, "$defs", "$schema", "$id", "$comment", "x-protocol") },
    ...local,
  ];
}

function resolveRefs(
  file: string,
  pointer: string,
  schema: JsonSchema,
  schemas: ReadonlyMap<string, JsonSchema>,
): JsonSchema {
  const copy = mapSubschemas(schema, pointer, (child, at) => resolveRefs(file, at, child, schemas));
  if (schema.$ref === undefined) return copy;
  return { ...copy, $ref: `#/$defs/${resolveRef(file, `${pointer}/$ref`, schema.$ref, schemas)}` };
}

function resolveRef(file: string, pointer: string, ref: string, schemas: ReadonlyMap<string, JsonSchema>): string {
  const [path = "", fragment = ""] = ref.split("#");
  const target = path === "" ? file : posix.join(posix.dirname(file), path);
  const schema = schemas.get(target);
  const local = /^\/\$defs\/([^/]+)$/.exec(fragment)?.[1];
  const found = fragment === "" ? schema : (schema?.$defs as Record<string, JsonSchema> | undefined)?.[local ?? ""];
  if (!found?.title) throw new SchemaError(file, pointer, `"${ref}" has no target`);
  return found.title;
}
