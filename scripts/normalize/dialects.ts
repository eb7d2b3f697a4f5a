import { type JsonSchema, refName, transform } from "../model/json-schema.js";

/** A draft of JSON Schema, by its usual name. */
export type Dialect = "2020-12" | "draft-07";

/** The value of `$schema` for each dialect, spelled as the id of its meta-schema. */
export const DIALECT_URIS: Readonly<Record<Dialect, string>> = {
  "2020-12": "https://json-schema.org/draft/2020-12/schema",
  "draft-07": "http://json-schema.org/draft-07/schema#",
};

/**
 * Returns a schema as a document in a dialect. The keywords in use have the same meaning in both dialects. The
 * dialects differ in the keyword for definitions and in keywords next to a `$ref`.
 */
export function toDialect(schema: JsonSchema, dialect: Dialect): JsonSchema {
  const $schema = DIALECT_URIS[dialect];
  if (dialect === "2020-12") return { $schema, ...schema };
  const { $defs, ...rest } = transform(schema, (part) => (part.$ref === undefined ? part : draft07Reference(part)));
  return { $schema, ...rest, ...($defs === undefined ? {} : { definitions: $defs }) };
}

/**
 * Wraps a reference that has other keywords next to it in `allOf`: draft-07 ignores them, and json2ts would generate
 * a copy of the type for each such reference.
 */
function draft07Reference({ $ref = "", ...siblings }: JsonSchema): JsonSchema {
  const reference = { $ref: `#/definitions/${refName($ref)}` };
  return Object.keys(siblings).length === 0 ? reference : { ...siblings, allOf: [reference] };
}
