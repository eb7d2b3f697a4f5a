import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { isSchemaObject, type JsonSchema } from "../../scripts/model/json-schema.js";
import { VOCABULARY } from "../../scripts/model/vocabulary.js";
import { GENERATED } from "./copies.js";

/** An entry of index.json. */
export interface Entry {
  readonly file: string;
  readonly sha256: string;
  readonly root: string;
  readonly dialect: "2020-12" | "draft-07";
  readonly flavour: "rules" | "shapes";
  readonly profile: "input" | "mint" | "decode" | null;
  readonly protocol: string;
}

export const FOLDER = join(GENERATED, "bundles");
export const read = (file: string): string => readFileSync(join(FOLDER, file), "utf8");
const index: { readonly bundles: readonly Entry[] } = JSON.parse(read("index.json"));
/** Each bundle as its file name, its entry and its schema. */
export const entries = index.bundles.map((entry): [string, Entry, JsonSchema] => [
  entry.file,
  entry,
  JSON.parse(read(entry.file)),
]);
export const shapes = entries.filter(([, { flavour }]) => flavour === "shapes");
export const rules = entries.filter(([, { flavour }]) => flavour === "rules");

export const DIALECTS = {
  "2020-12": {
    uri: "https://json-schema.org/draft/2020-12/schema",
    defs: "$defs",
    Ajv: Ajv2020,
    ajv: new Ajv2020({ strict: true }),
  },
  "draft-07": {
    uri: "http://json-schema.org/draft-07/schema#",
    defs: "definitions",
    Ajv,
    ajv: new Ajv({ strict: true }),
  },
} as const;
for (const { ajv } of Object.values(DIALECTS)) {
  ajv.addVocabulary(Object.keys(VOCABULARY));
  // A format of OpenAPI's registry that the shapes have for code generators.
  ajv.addFormat("int64", true);
}

/** Returns the schema and all object schemas below it. Skips data in annotations. */
export function schemasIn(schema: JsonSchema): JsonSchema[] {
  const { properties = {}, $defs, definitions, items, additionalProperties, ...rest } = schema;
  const named = Object.values({ ...properties, ...($defs as object), ...(definitions as object) });
  const listed = [rest.allOf, rest.anyOf, rest.oneOf].flatMap((list) => (list ?? []) as JsonSchema[]);
  const all: unknown[] = [...named, ...listed, items, additionalProperties, rest.if, rest.then, rest.else, rest.not];
  return [schema, ...all.filter(isSchemaObject).flatMap(schemasIn)];
}
