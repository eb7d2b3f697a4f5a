import { transform } from "../model/json-schema.js";
import { type Model, mapModel } from "../model/model.js";
import { dropConditions, dropRequired, openEnums, openObjects, type Rule, relaxDates } from "./rules.js";

/** Which moment a schema speaks of: before signing, or after verifying. */
export type Profile = "mint" | "decode";

const DECODE: readonly Rule[] = [openObjects, openEnums, dropRequired, dropConditions, relaxDates];

/**
 * The model as a profile sees it.
 *
 * mint is the model as written. decode takes what any SDK of any age may have minted; the imported messages keep their
 * rules there, since the canonical form that the wire format is brought to first knows no unknown members.
 */
export function applyProfile(model: Model, profile: Profile): Model {
  if (profile === "mint") return model;
  return mapModel(model, ({ schema, origin }) =>
    origin === "protocol" ? schema : DECODE.reduce((result, rule) => transform(result, rule), schema),
  );
}
