import { isDeepStrictEqual } from "node:util";
import { isSchemaObject, type JsonSchema, omit } from "../model/json-schema.js";
import { STRING_MAP } from "./string-map.js";

/**
 * The named rules. Each maps one schema, not those below it; transform() of json-schema.ts carries it through a tree.
 * test/scripts/normalize/fixtures has a before and an after for every one.
 */
export type Rule = (schema: JsonSchema) => JsonSchema;

/** Unknown members are let through. */
export const openObjects: Rule = (schema) =>
  schema.additionalProperties === false ? omit(schema, "additionalProperties") : schema;

/** Any string is let through where a list of strings stood. */
export const openEnums: Rule = (schema) =>
  schema.enum ? omit(schema, "enum", "x-enum-numbers", "x-values-since") : schema;

/** Every member may be absent. */
export const dropRequired: Rule = (schema) => omit(schema, "required");

/** Members that have a default are there too: what a builder returns. */
export const requireDefaulted: Rule = (schema) => {
  const names = Object.entries(schema.properties ?? {}).flatMap(([name, member]) =>
    schema.required?.includes(name) || (isSchemaObject(member) && "default" in member) ? [name] : [],
  );
  return names.length === 0 ? schema : { ...schema, required: names };
};

/** Only what a token always has must be there: a member with a default is absent in the tokens of some SDKs. */
export const requiredWithoutDefault: Rule = (schema) => {
  const required = schema.required?.filter((name) => {
    const member = schema.properties?.[name];
    return !(isSchemaObject(member) && "default" in member);
  });
  if (required?.length === schema.required?.length) return schema;
  return { ...omit(schema, "required"), ...(required?.length ? { required } : {}) };
};

/** Rules between members no longer hold. */
export const dropConditions: Rule = (schema) => omit(schema, "if", "then", "else");

/** RFC 7519 lets a NumericDate have a fraction; a verifier compares it with the clock whatever its size. */
export const relaxDates: Rule = (schema) =>
  schema.title === "NumericDate" ? { ...omit(schema, "minimum", "maximum"), type: "number" } : schema;

/** Types hold every moment that a token may have, also those that minting refuses. */
export const widenDates: Rule = (schema) =>
  schema.title === "NumericDate" ? { ...schema, maximum: Number.MAX_SAFE_INTEGER } : schema;

/** `anyOf: [X, null]` as one keyword, `orNull: X`: a wrong value is one mistake, not one for each arm. */
export const nullableAsKeyword: Rule = (schema) => {
  const [first, second, ...more] = (schema.anyOf ?? []) as JsonSchema[];
  if (!first || second?.type !== "null" || more.length > 0) return schema;
  return { ...omit(schema, "anyOf"), orNull: first };
};

/**
 * `x-oneof` as a keyword that validates, `atMostOne: [[member, …], …]`, for which scripts/emit/code/ajv-members.ts has
 * the code: a third of the size of conditions, and one error for each member too many.
 */
export const oneofsAsKeyword: Rule = (schema) => {
  const oneofs = oneofsIn(schema);
  return oneofs.length === 0 ? schema : { ...schema, atMostOne: oneofs };
};

/** `x-oneof` as conditions, which every validator knows: each member that is set forbids the later ones of its oneof. */
export const oneofsAsConditions: Rule = (schema) => {
  const oneofs = oneofsIn(schema);
  const conditions = Object.keys(schema.properties ?? {}).flatMap((name): JsonSchema[] => {
    const oneof = oneofs.find((names) => names.includes(name)) ?? [];
    const later = oneof.slice(oneof.indexOf(name) + 1);
    return later.length === 0 ? [] : [{ if: whenSet(name), then: whenUnset(later) }];
  });
  if (conditions.length === 0) return schema;
  const others = ((schema.allOf ?? []) as JsonSchema[]).filter(
    (rule) => !conditions.some((condition) => isDeepStrictEqual(condition, rule)),
  );
  return { ...schema, allOf: [...others, ...conditions] };
};

const whenSet = (name: string): JsonSchema => ({ required: [name], properties: { [name]: true } });
const whenUnset = (names: readonly string[]): JsonSchema => ({
  properties: Object.fromEntries(names.map((name) => [name, false])),
});

/** The names of each oneof that has several members. protobuf gives an optional scalar one of its own. */
function oneofsIn(schema: JsonSchema): string[][] {
  const oneofs = new Map<string, string[]>();
  for (const [name, member] of Object.entries(schema.properties ?? {})) {
    const oneof = isSchemaObject(member) ? member["x-oneof"] : undefined;
    if (typeof oneof === "string") oneofs.set(oneof, [...(oneofs.get(oneof) ?? []), name]);
  }
  return [...oneofs.values()].filter((names) => names.length > 1);
}

/** Closed objects ask the generated table of shapes for their members' names, which so stand once in the code. */
export const closedByShape: Rule = (schema) =>
  schema.additionalProperties === false && schema.title
    ? { ...omit(schema, "additionalProperties"), closed: schema.title }
    : schema;

/**
 * The condition that members must be there, and not be empty, when another one is true, as a keyword of ours:
 * `requiresWhen: { path, needs }`. Other conditions stay.
 */
export const conditionAsKeyword: Rule = (schema) => {
  const path = pathToTrue(schema.if);
  const needs = isSchemaObject(schema.then) ? schema.then.required : undefined;
  if (path === undefined || needs === undefined || schema.else !== undefined) return schema;
  const filled = { type: "string", minLength: 1 };
  const properties = Object.fromEntries(needs.map((name) => [name, filled]));
  if (!isDeepStrictEqual(schema.then, { required: needs, properties })) return schema;
  return { ...omit(schema, "if", "then"), requiresWhen: { path, needs } };
};

/** The path to the one member that a schema requires to be true; undefined when it says anything else. */
function pathToTrue(schema: unknown): string[] | undefined {
  if (!isSchemaObject(schema)) return undefined;
  if (isDeepStrictEqual(schema, { const: true })) return [];
  const { type = "object", required = [], properties, ...others } = schema;
  const [name] = required;
  if (type !== "object" || name === undefined || Object.keys(others).length > 0) return undefined;
  if (!isDeepStrictEqual([required, Object.keys(properties ?? {})], [[name], [name]])) return undefined;
  const rest = pathToTrue(properties?.[name]);
  return rest && [name, ...rest];
}

/** The values of an enum as a keyword of ours, which has the generated enum; one outside it is one mistake, whatever its type. */
export const enumByName: Rule = (schema) =>
  schema.enum && schema.title ? { ...omit(schema, "enum", "type"), oneOfEnum: schema.title } : schema;

/** The values of an enum become examples, since a generated enum refuses the value that a later release brings. */
export const enumsAsExamples: Rule = (schema) =>
  schema.enum ? { ...omit(schema, "enum", "x-enum-numbers", "x-values-since"), examples: schema.enum } : schema;

/** Integers beyond 32 bits say so by `format`, which generators that know no bounds go by. */
export const int64Format: Rule = (schema) =>
  schema.type === "integer" && Number(schema.maximum) > 2 ** 32 ? { ...schema, format: "int64" } : schema;

/** The values that are known stand in the description, which is all that generated types have of them. */
export const describeValues: Rule = (schema) => {
  const { description, examples: own, items } = schema;
  const each = isSchemaObject(items) ? items.examples : undefined;
  const values = own ?? each;
  const words = Array.isArray(values) ? `${own ? "One" : "Each one"} of: ${values.join(", ")}.` : undefined;
  if (words === undefined || description === undefined || description.endsWith(words)) return schema;
  return { ...schema, description: `${description} ${words}` };
};

/** `anyOf: [X, null]` as X alone: what may be null may be absent, which every generator has an optional member for. */
export const nullableAsOptional: Rule = (schema) => {
  const { orNull, ...rest } = nullableAsKeyword(schema);
  return isSchemaObject(orNull) ? { ...rest, ...orNull } : schema;
};

/**
 * Nothing is filled in: a Go program generated from `default: true` leaves false out when it writes, and reads true.
 * What absence means stands in every member's description.
 */
export const dropDefaults: Rule = (schema) => omit(schema, "default", "x-default-from");

/** Maps of strings share one definition, instead of a numbered class for each. */
export const mapsByName: Rule = (schema) => {
  const { type, additionalProperties: value, ...annotations } = schema;
  return type === "object" && isSchemaObject(value) && value.type === "string" && schema.title !== STRING_MAP.title
    ? { ...annotations, $ref: `#/$defs/${STRING_MAP.title}` }
    : schema;
};

/** The names of our own methods say nothing to other tools. */
export const dropMethodNames: Rule = (schema) => omit(schema, "x-method");

/** Only what a validator acts on is left. */
export const stripAnnotations: Rule = (schema) =>
  omit(
    schema,
    ...["title", "description", "default", "deprecated", "examples", "$comment"],
    ...Object.keys(schema).filter((keyword) => keyword.startsWith("x-")),
  );
