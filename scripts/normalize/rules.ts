import { isDeepStrictEqual } from "node:util";
import { isSchemaObject, type JsonSchema, omit } from "../model/json-schema.js";
import { STRING_MAP } from "./string-map.js";

/**
 * A named rule. It maps one schema without its subschemas; transform() in json-schema.ts applies it to a tree.
 * test/scripts/normalize/fixtures has an input and an output for each.
 */
export type Rule = (schema: JsonSchema) => JsonSchema;

/** Allows unknown members. */
export const openObjects: Rule = (schema) =>
  schema.additionalProperties === false ? omit(schema, "additionalProperties") : schema;

/** Allows any string in place of an enum value. */
export const openEnums: Rule = (schema) =>
  schema.enum ? omit(schema, "enum", "x-enum-numbers", "x-values-since") : schema;

/** Makes every member optional. */
export const dropRequired: Rule = (schema) => omit(schema, "required");

/** Requires members with a default, as in the output of a builder. */
export const requireDefaulted: Rule = (schema) => {
  const names = Object.entries(schema.properties ?? {}).flatMap(([name, member]) =>
    schema.required?.includes(name) || (isSchemaObject(member) && "default" in member) ? [name] : [],
  );
  return names.length === 0 ? schema : { ...schema, required: names };
};

/** Requires only members without a default, which every token has. Some SDKs leave out members with a default. */
export const requiredWithoutDefault: Rule = (schema) => {
  const required = schema.required?.filter((name) => {
    const member = schema.properties?.[name];
    return !(isSchemaObject(member) && "default" in member);
  });
  if (required?.length === schema.required?.length) return schema;
  return { ...omit(schema, "required"), ...(required?.length ? { required } : {}) };
};

/** Removes conditions between members. */
export const dropConditions: Rule = (schema) => omit(schema, "if", "then", "else");

/** Allows any number as NumericDate. RFC 7519 allows fractions, and a verifier compares any number with the clock. */
export const relaxDates: Rule = (schema) =>
  schema.title === "NumericDate" ? { ...omit(schema, "minimum", "maximum"), type: "number" } : schema;

/**
 * Raises the maximum of NumericDate, so that types hold every time that a token may have, even one that minting
 * rejects.
 */
export const widenDates: Rule = (schema) =>
  schema.title === "NumericDate" ? { ...schema, maximum: Number.MAX_SAFE_INTEGER } : schema;

/**
 * Replaces `anyOf: [X, null]` by the keyword `orNull: X`. A wrong value is then one error instead of one for each
 * branch.
 */
export const nullableAsKeyword: Rule = (schema) => {
  const [first, second, ...more] = (schema.anyOf ?? []) as JsonSchema[];
  if (!first || second?.type !== "null" || more.length > 0) return schema;
  return { ...omit(schema, "anyOf"), orNull: first };
};

/**
 * Replaces `x-oneof` by the keyword `atMostOne: [[member, …], …]`, for which scripts/emit/code/ajv-members.ts generates
 * code: a third of the size of conditions, with one error for each extra member.
 */
export const oneofsAsKeyword: Rule = (schema) => {
  const oneofs = oneofsIn(schema);
  return oneofs.length === 0 ? schema : { ...schema, atMostOne: oneofs };
};

/**
 * Replaces `x-oneof` by conditions, which every validator supports: each member that is set forbids the later ones of
 * its oneof.
 */
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

/** Returns the members of each oneof that has several. An optional scalar of protobuf is alone in its oneof. */
function oneofsIn(schema: JsonSchema): string[][] {
  const oneofs = new Map<string, string[]>();
  for (const [name, member] of Object.entries(schema.properties ?? {})) {
    const oneof = isSchemaObject(member) ? member["x-oneof"] : undefined;
    if (typeof oneof === "string") oneofs.set(oneof, [...(oneofs.get(oneof) ?? []), name]);
  }
  return [...oneofs.values()].filter((names) => names.length > 1);
}

/**
 * Replaces `additionalProperties: false` by the keyword `closed`, which names the generated shape with the members. The
 * code then has their names only once.
 */
export const closedByShape: Rule = (schema) =>
  schema.additionalProperties === false && schema.title
    ? { ...omit(schema, "additionalProperties"), closed: schema.title }
    : schema;

/**
 * Replaces a condition by the keyword `requiresWhen` when it requires non-empty strings if another member is true.
 * `path` leads to that member, and `needs` lists the strings. Keeps other conditions.
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

/**
 * Returns the path to the only member that a schema requires to be true, or undefined when the schema has other rules.
 */
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

/**
 * Replaces the values of an enum by the keyword `oneOfEnum`, which names the generated enum. A wrong value is one
 * error, whatever its type.
 */
export const enumByName: Rule = (schema) =>
  schema.enum && schema.title ? { ...omit(schema, "enum", "type"), oneOfEnum: schema.title } : schema;

/** Replaces the values of an enum by examples, since a generated enum would reject the values of later releases. */
export const enumsAsExamples: Rule = (schema) =>
  schema.enum ? { ...omit(schema, "enum", "x-enum-numbers", "x-values-since"), examples: schema.enum } : schema;

/** Adds the format `int64` to integers beyond 32 bits, for generators that ignore bounds. */
export const int64Format: Rule = (schema) =>
  schema.type === "integer" && Number(schema.maximum) > 2 ** 32 ? { ...schema, format: "int64" } : schema;

/** Adds the known values to the description, which is the only place for them in generated types. */
export const describeValues: Rule = (schema) => {
  const { description, examples: own, items } = schema;
  const each = isSchemaObject(items) ? items.examples : undefined;
  const values = own ?? each;
  const words = Array.isArray(values) ? `${own ? "One" : "Each one"} of: ${values.join(", ")}.` : undefined;
  if (words === undefined || description === undefined || description.endsWith(words)) return schema;
  return { ...schema, description: `${description} ${words}` };
};

/** Replaces `anyOf: [X, null]` by X. A nullable member becomes an optional one, which every generator supports. */
export const nullableAsOptional: Rule = (schema) => {
  const { orNull, ...rest } = nullableAsKeyword(schema);
  return isSchemaObject(orNull) ? { ...rest, ...orNull } : schema;
};

/**
 * Removes defaults: Go code generated from `default: true` leaves out false when it writes, and then reads true. The
 * description of each member says what its absence means.
 */
export const dropDefaults: Rule = (schema) => omit(schema, "default", "x-default-from");

/** Replaces maps of strings by a reference to one definition. Generators would make a numbered class for each map. */
export const mapsByName: Rule = (schema) => {
  const { type, additionalProperties: value, ...annotations } = schema;
  return type === "object" && isSchemaObject(value) && value.type === "string" && schema.title !== STRING_MAP.title
    ? { ...annotations, $ref: `#/$defs/${STRING_MAP.title}` }
    : schema;
};

/** Removes the names of our own methods. */
export const dropMethodNames: Rule = (schema) => omit(schema, "x-method");

/** Removes all keywords that do not affect validation. */
export const stripAnnotations: Rule = (schema) =>
  omit(
    schema,
    ...["title", "description", "default", "deprecated", "examples", "$comment"],
    ...Object.keys(schema).filter((keyword) => keyword.startsWith("x-")),
  );
