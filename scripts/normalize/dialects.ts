import { type JsonSchema, refName, transform } from "../model/json-schema.js";

/** A draft of JSON Schema, by the name that its users have for it. */
export type Dialect = "2020-12" | "draft-07";

/** What `$schema` says of each, in the spelling of its meta-schema's own id. */
export const DIALECT_URIS: Readonly<Record<Dialect, string>> = {
  "2020-12": "https://json-schema.org/draft/2020-12/schema",
  "draft-07": "http://json-schema.org/draft-07/schema#",
};

/**
 * A schema as a document of its own in a dialect. All keywords in use mean the same in both, but for the place of
 * definitions, and for what stands beside a `$ref`.
 */
export function toDialect(schema: JsonSchema, dialect: Dialect): JsonSchema {
  const $schema = DIALECT_URIS[dialect];
  if (dialect === "2020-12") return { $schema, ...schema };
  const { $defs, ...rest } = transform(schema, (part) => (part.$ref === undefined ? part : draft07Reference(part)));
  return { $schema, ...rest, ...($defs === undefined ? {} : { definitions: $defs }) };
}

/** draft-07 ignores what stands beside a `$ref`, and json2ts makes a copy of the type for each that has something there. */
function draft07Reference({ $ref = "", ...beside }: JsonSchema): JsonSchema {
  const reference = { $ref: `#/definitions/${refName($ref)}` };
  return Object.keys(beside).length === 0 ? reference : { ...beside, allOf: [reference] };
}
