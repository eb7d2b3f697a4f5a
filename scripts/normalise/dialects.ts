import { type JsonSchema, refName, transform } from "../json-schema.js";

/** A draft of JSON Schema, by the name that its users have for it. */
export type Dialect = "2020-12" | "draft-07";

/** What `$schema` says of each, in the spelling of its meta-schema's own id. */
export const DIALECT_URIS: Readonly<Record<Dialect, string>> = {
  "2020-12": "https://json-schema.org/draft/2020-12/schema",
  "draft-07": "http://json-schema.org/draft-07/schema#",
};

/**
 * A schema as a document of its own in a dialect. All keywords in use mean the same in both, but for the place of definitions; draft-07 ignores
 * what stands beside a `$ref`, which here are annotations only.
 */
export function toDialect(schema: JsonSchema, dialect: Dialect): JsonSchema {
  const $schema = DIALECT_URIS[dialect];
  if (dialect === "2020-12") return { $schema, ...schema };
  const { $defs, ...rest } = transform(schema, (part) =>
    part.$ref === undefined ? part : { ...part, $ref: `#/definitions/${refName(part.$ref)}` },
  );
  return { $schema, ...rest, ...($defs === undefined ? {} : { definitions: $defs }) };
}
