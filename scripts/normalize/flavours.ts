import { type JsonSchema, omit, refName, transform } from "../model/json-schema.js";
import { type Def, type Model, mapModel } from "../model/model.js";
import {
  dropConditions,
  dropDefaults,
  dropOneofRules,
  dropRequired,
  enumsAsExamples,
  mapsByName,
  nullableAsOptional,
  openObjects,
  type Rule,
} from "./rules.js";
import { STRING_MAP } from "./string-map.js";

/** What a schema is for: *rules* says what is valid, *shapes* what a code generator makes types of. */
export type Flavour = "rules" | "shapes";

/** The rules of a oneof go first, while they can be told by their conditions. */
const SHAPES: readonly Rule[] = [
  ...[dropOneofRules, dropConditions, dropRequired, dropDefaults],
  ...[openObjects, enumsAsExamples, nullableAsOptional, mapsByName],
];

/**
 * The model as code generators understand it in every language: objects, lists and scalars, every member optional, and
 * nothing that says more. What the rules say besides is left to a validator.
 */
export function toShapes(model: Model): Model {
  const shaped = mapModel(model, ({ schema }) => SHAPES.reduce((result, rule) => transform(result, rule), schema));
  const map: Def = { name: STRING_MAP.title, file: "", origin: "grants", schema: STRING_MAP };
  const objects = [...shaped.defs.values(), map].filter(({ schema }) => schema.type === "object");
  return { ...shaped, defs: new Map(objects.map((def) => [def.name, { ...def, schema: inlineScalars(shaped, def) }])) };
}

/** Generators make a class of a named scalar. Here it stands where it is used, under the words of the member. */
function inlineScalars({ defs }: Model, { schema }: Def): JsonSchema {
  return transform(schema, (part) => {
    const target = part.$ref === undefined ? undefined : defs.get(refName(part.$ref))?.schema;
    return target === undefined || target.type === "object"
      ? part
      : { ...omit(target, "title"), ...omit(part, "$ref") };
  });
}
