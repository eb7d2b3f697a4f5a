import { type JsonSchema, transform } from "../model/json-schema.js";
import { mapSchemas, type SchemaDef, type Schemas } from "../model/model.js";
import { dropConditions, dropRequired, openEnums, openObjects, type Rule, relaxDates } from "./rules.js";

/**
 * The stage of a token that a schema describes: the input of a caller, claims before signing, or claims after
 * verification.
 */
export const PROFILES = ["input", "mint", "decode"] as const;

export type Profile = (typeof PROFILES)[number];

const DECODE: readonly Rule[] = [openObjects, openEnums, dropRequired, dropConditions, relaxDates];

const SCHEMAS: Readonly<Record<Exclude<Profile, "mint">, (def: SchemaDef) => JsonSchema>> = {
  input: ({ name, origin, schema }) => {
    if (origin === "protocol") return schema;
    if (origin === "endpoint") return openObjects(schema);
    // Conditions between members still apply: a builder cannot make up the values that they require.
    const optional = dropRequired(schema);
    return name === "Claims" ? allowSchemaMember(optional) : optional;
  },
  decode: ({ origin, schema }) => {
    if (origin === "protocol") return schema;
    if (origin === "endpoint") return openObjects(schema);
    return DECODE.reduce((result, rule) => transform(result, rule), schema);
  },
};

/**
 * Returns the schemas of a profile.
 *
 * - input: what callers write. Members that a builder fills in are optional, and `$schema` is allowed at the root.
 * - mint: the schemas as written. Claims that are signed satisfy them.
 * - decode: what an SDK of any age may have signed. Imported messages keep their rules: they are converted to their
 *   canonical form before, which has no unknown members.
 */
export function applyProfile(schemas: Schemas, profile: Profile): Schemas {
  return profile === "mint" ? schemas : mapSchemas(schemas, SCHEMAS[profile]);
}

/** Allows `$schema` at the root, by which editors find the schema of a file of claims. */
function allowSchemaMember(schema: JsonSchema): JsonSchema {
  const $schema = { description: "The schema of this file, for editors. Never signed.", type: "string" };
  return { ...schema, properties: { $schema, ...schema.properties } };
}
