import { type JsonSchema, transform } from "../model/json-schema.js";
import { mapSchemas, type SchemaDef, type Schemas } from "../model/model.js";
import { dropConditions, dropRequired, openEnums, openObjects, type Rule, relaxDates } from "./rules.js";

/** Which moment a schema describes: what callers write, what is about to be signed, or what was verified. */
export const PROFILES = ["input", "mint", "decode"] as const;

export type Profile = (typeof PROFILES)[number];

const DECODE: readonly Rule[] = [openObjects, openEnums, dropRequired, dropConditions, relaxDates];

const SCHEMAS: Readonly<Record<Exclude<Profile, "mint">, (def: SchemaDef) => JsonSchema>> = {
  input: ({ name, origin, schema }) => {
    if (origin === "protocol") return schema;
    // Only the object's own list: no builder makes up what a rule between members requires.
    const completed = dropRequired(schema);
    return name === "Claims" ? allowSchemaMember(completed) : completed;
  },
  decode: ({ origin, schema }) =>
    origin === "protocol" ? schema : DECODE.reduce((result, rule) => transform(result, rule), schema),
};

/**
 * The schemas as a profile sees them.
 *
 * - input: what callers write. Nothing is required that a builder fills in, and `$schema` is allowed at the root.
 * - mint: the schemas as written, which what is signed satisfies.
 * - decode: what any SDK of any age may have signed. Imported messages keep their rules, since they are brought to
 *   canonical form first, which knows no unknown members.
 */
export function applyProfile(schemas: Schemas, profile: Profile): Schemas {
  return profile === "mint" ? schemas : mapSchemas(schemas, SCHEMAS[profile]);
}

/** Editors complete a file of claims by the schema that it names. */
function allowSchemaMember(schema: JsonSchema): JsonSchema {
  const $schema = { description: "The schema of this file, for editors. Never signed.", type: "string" };
  return { ...schema, properties: { $schema, ...schema.properties } };
}
