import { compile } from "json-schema-to-typescript";
import { isSchemaObject, type JsonSchema, refName, refsOf, transform } from "../../model/json-schema.js";
import { type Def, getDef, type Member, type Model, type Output } from "../../model/model.js";
import { toDialect } from "../../normalize/dialects.js";
import type { Rule } from "../../normalize/rules.js";
import { banner } from "../output/banner.js";

/**
 * Emits the TypeScript types. A claims or grants object has two: `X` is the output (members with a default are present,
 * enums are open), and `XInit` the input (all members are optional, enums are closed). A protobuf message has one type
 * for both.
 */
export async function emitTypes(model: Model): Promise<Output[]> {
  const content = banner("emit/code/types", "schema/") + (await declareTypes(model, [...model.defs.values()]));
  return [{ path: "types.ts", content }];
}

/** Prints the types of definitions. */
export async function declareTypes(model: Model, defs: readonly Def[]): Promise<string> {
  const types = await Promise.all(defs.flatMap((def) => schemasOf(model, def)).map(declare));
  return types.join("\n");
}

/** Prints a type. References need only the title of their target, which is the name of its type. */
function declare(schema: JsonSchema): Promise<string> {
  const $defs = Object.fromEntries([...refsOf(schema)].map((title) => [title, { title, type: "object" }]));
  return compile(toDialect({ ...schema, $defs }, "draft-07") as never, schema.title as string, {
    additionalProperties: false,
    bannerComment: "",
    declareExternallyReferenced: false,
    style: { printWidth: 120 },
  });
}

/** Returns the schemas of a definition's types. A scalar other than an enum has none: it is inlined. */
function schemasOf(model: Model, def: Def): JsonSchema[] {
  const { name, origin, schema, members } = def;
  if (schema.enum) return [pick(schema, "title", "description", "type", "enum")];
  if (schema.type !== "object") return [];
  // Input lists are readonly, and so are output lists, since there is one type for both.
  if (origin !== "grants") return [objectSchema(model, def, name, [readonlyCollections])];
  const present = members.filter((member) => member.required || "default" in member.schema);
  const names = present.map((member) => member.name);
  return [
    { ...objectSchema(model, def, name, [openEnums(model)]), required: names },
    objectSchema(model, def, `${name}Init`, [initOrValue(model), enumOrNumber(model), readonlyCollections]),
  ];
}

function objectSchema(model: Model, def: Def, title: string, rules: readonly Rule[]): JsonSchema {
  const properties = def.members.map((member) => [
    member.name,
    {
      description: describe(member),
      ...pick(member.schema, "deprecated"),
      ...[inlineScalars(model), ...rules].reduce(transform, typeOf(member.schema)),
    },
  ]);
  return { title, ...pick(def.schema, "description", "type"), properties: Object.fromEntries(properties) };
}

function describe({ schema }: Member): string {
  const since = schema["x-since"];
  const words = since === undefined ? `${schema.description}` : `${schema.description}\n\nSince protocol ${since}.`;
  const from = schema["x-default-from"];
  if (from !== undefined) return `${words}\n\n@defaultValue the value of \`${from}\``;
  return "default" in schema ? `${words}\n\n@defaultValue \`${JSON.stringify(schema.default)}\`` : words;
}

function typeOf(schema: JsonSchema): JsonSchema {
  return pick(schema, "$ref", "type", "items", "additionalProperties", "anyOf");
}

/** Inlines scalars without a name, such as NumericDate. */
const inlineScalars =
  (model: Model): Rule =>
  (part) => {
    const target = targetOf(model, part);
    return target === undefined || target.schema.type === "object" || target.schema.enum ? part : typeOf(target.schema);
  };

/** Allows any string, while editors still suggest the known names. JSON Schema cannot express this. */
const openEnums =
  (model: Model): Rule =>
  (part) =>
    targetOf(model, part)?.schema.enum ? { tsType: `(${nameOf(part)} | (string & {}))` } : part;

/** Allows both types of a claims or grants object as input. With an anyOf, the types would be merged into one. */
const initOrValue =
  (model: Model): Rule =>
  (part) => {
    const target = targetOf(model, part);
    if (target?.origin !== "grants" || target.schema.type !== "object") return part;
    return { tsType: `(${target.name}Init | ${target.name})` };
  };

/**
 * Allows numbers for enums of protobuf. An enum of protobuf-es is assignable to number, but not to a union of literals.
 */
const enumOrNumber =
  (model: Model): Rule =>
  (part) =>
    targetOf(model, part)?.schema["x-enum-numbers"] ? { tsType: `(${nameOf(part)} | number)` } : part;

/** Makes lists and maps readonly, which JSON Schema cannot express. */
const readonlyCollections: Rule = ({ items, additionalProperties: values, ...part }) => {
  if (isSchemaObject(items)) return { tsType: `readonly ${nameOf(items)}[]` };
  if (isSchemaObject(values)) return { tsType: `{ readonly [name: string]: ${nameOf(values)} }` };
  return part;
};

function targetOf(model: Model, { $ref }: JsonSchema): Def | undefined {
  return $ref === undefined ? undefined : getDef(model, refName($ref));
}

/** Returns the TypeScript type of an element. */
function nameOf({ $ref, tsType, type }: JsonSchema): string {
  if ($ref !== undefined) return refName($ref);
  if (typeof tsType === "string") return tsType;
  return type === "integer" ? "number" : String(type);
}

function pick(schema: JsonSchema, ...keywords: readonly string[]): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => keywords.includes(keyword)));
}
