import { transform } from "../model/json-schema.js";
import { mapSchemas, type Schemas } from "../model/model.js";
import { dropConditions, dropRequired, openEnums, openObjects, type Rule, relaxDates } from "./rules.js";

/** Which moment a schema speaks of: before signing, or after verifying. */
export type Profile = "mint" | "decode";

const DECODE: readonly Rule[] = [openObjects, openEnums, dropRequired, dropConditions, relaxDates];

/**
 * The schemas as a profile sees them.
 *
 * mint is the schemas as written. decode takes what any SDK of any age may have minted; the imported messages keep their
 * rules there, since the canonical form that the wire format is brought to first knows no unknown members.
 */
export function applyProfile(schemas: Schemas, profile: Profile): Schemas {
  if (profile === "mint") return schemas;
  return mapSchemas(schemas, ({ schema, origin }) =>
    origin === "protocol" ? schema : DECODE.reduce((result, rule) => transform(result, rule), schema),
  );
}
