import { type JsonSchema, omit, refName, transform } from "../model/json-schema.js";
import { mapSchemas, type SchemaDef, type Schemas } from "../model/model.js";
import { fillableDefaults } from "./defaults.js";
import {
  describeValues,
  dropConditions,
  dropDefaults,
  dropMethodNames,
  enumsAsExamples,
  int64Format,
  mapsByName,
  nullableAsOptional,
  oneofsAsConditions,
  openObjects,
  type Rule,
  requiredWithoutDefault,
  widenDates,
} from "./rules.js";
import { STRING_MAP } from "./string-map.js";

/** The purpose of a schema: *rules* for validators, *shapes* for code generators. */
export type Flavour = "rules" | "shapes";

const SHAPES: readonly Rule[] = [
  ...[dropConditions, requiredWithoutDefault, dropDefaults, dropMethodNames],
  ...[openObjects, enumsAsExamples, nullableAsOptional, mapsByName, widenDates],
];

/**
 * Returns the schemas for any validator. Our own keywords are replaced by standard ones, and a validator may fill in
 * the defaults.
 */
export function toRules(schemas: Schemas): Schemas {
  const rules = mapSchemas(schemas, ({ schema }) =>
    [oneofsAsConditions, dropMethodNames].reduce((result, rule) => transform(result, rule), schema),
  );
  return fillableDefaults(rules);
}

/**
 * Returns the schemas for code generators of any language: objects, lists and scalars, without other rules. Members are
 * optional, except those that every token has.
 */
export function toShapes(schemas: Schemas): Schemas {
  const shaped = mapSchemas(schemas, ({ schema }) => SHAPES.reduce((result, rule) => transform(result, rule), schema));
  const map: SchemaDef = { name: STRING_MAP.title, file: "", origin: "grants", schema: STRING_MAP };
  const objects = [...shaped.defs.values(), map].filter(({ schema }) => schema.type === "object");
  const described = (def: SchemaDef): JsonSchema =>
    [describeValues, int64Format].reduce((result, rule) => transform(result, rule), inlineScalars(shaped, def));
  return { ...shaped, defs: new Map(objects.map((def) => [def.name, { ...def, schema: described(def) }])) };
}

/**
 * Replaces references to scalars by the scalar, with the description of the member. Generators would make a class of a
 * named scalar.
 */
function inlineScalars({ defs }: Schemas, { schema }: SchemaDef): JsonSchema {
  return transform(schema, (part) => {
    const target = part.$ref === undefined ? undefined : defs.get(refName(part.$ref))?.schema;
    return target === undefined || target.type === "object"
      ? part
      : { ...omit(target, "title"), ...omit(part, "$ref") };
  });
}
