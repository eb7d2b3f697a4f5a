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

/** What a schema is for: *rules* says what is valid, *shapes* what a code generator makes types of. */
export type Flavour = "rules" | "shapes";

const SHAPES: readonly Rule[] = [
  ...[dropConditions, requiredWithoutDefault, dropDefaults, dropMethodNames],
  ...[openObjects, enumsAsExamples, nullableAsOptional, mapsByName, widenDates],
];

/**
 * The schemas as validators understand them everywhere: what our own keywords demand is said in standard ones too, and
 * defaults may be filled in.
 */
export function toRules(schemas: Schemas): Schemas {
  const rules = mapSchemas(schemas, ({ schema }) =>
    [oneofsAsConditions, dropMethodNames].reduce((result, rule) => transform(result, rule), schema),
  );
  return fillableDefaults(rules);
}

/**
 * The schemas as code generators understand them in every language: objects, lists and scalars, members optional but
 * for those that every token has, and nothing that says more. What the rules say besides is left to a validator.
 */
export function toShapes(schemas: Schemas): Schemas {
  const shaped = mapSchemas(schemas, ({ schema }) => SHAPES.reduce((result, rule) => transform(result, rule), schema));
  const map: SchemaDef = { name: STRING_MAP.title, file: "", origin: "grants", schema: STRING_MAP };
  const objects = [...shaped.defs.values(), map].filter(({ schema }) => schema.type === "object");
  const described = (def: SchemaDef): JsonSchema =>
    [describeValues, int64Format].reduce((result, rule) => transform(result, rule), inlineScalars(shaped, def));
  return { ...shaped, defs: new Map(objects.map((def) => [def.name, { ...def, schema: described(def) }])) };
}

/** Generators make a class of a named scalar. Here it stands where it is used, under the words of the member. */
function inlineScalars({ defs }: Schemas, { schema }: SchemaDef): JsonSchema {
  return transform(schema, (part) => {
    const target = part.$ref === undefined ? undefined : defs.get(refName(part.$ref))?.schema;
    return target === undefined || target.type === "object"
      ? part
      : { ...omit(target, "title"), ...omit(part, "$ref") };
  });
}
