import { isObject } from "../json/is-object.js";
import { ANNOTATIONS } from "./annotations.js";
import { fault, type Keywords, resolveReference, type SchemaNode, subschema } from "./schema-node.js";
import { valuesOf } from "./values.js";

/**
 * The form of a schema: a reference, `anyOf: [X, null]`, or keywords of its own. Schemas of the same form are
 * compared part by part; others are flattened first.
 */
export type Form = "reference" | "nullable" | "plain";

const RULES = ["anyOf", "oneOf", "allOf", "not", "if"] as const;

export function formOf(node: SchemaNode): Form {
  if (node.keywords?.$ref !== undefined) return "reference";
  return nullableArm(node) === undefined ? "plain" : "nullable";
}

/** Splits a reference or a nullable schema: the schema that it wraps, and the keywords beside it. */
export function unwrap(node: SchemaNode): { readonly inner: SchemaNode; readonly own: SchemaNode } {
  const arm = nullableArm(node);
  const { $ref, anyOf, ...rest } = node.keywords ?? {};
  if ($ref === undefined && arm) return { inner: arm, own: { ...node, keywords: rest } };
  return { inner: resolveReference(node), own: { ...node, keywords: anyOf === undefined ? rest : { ...rest, anyOf } } };
}

/** Returns X of a schema `anyOf: [X, null]`, in either order. */
function nullableArm(node: SchemaNode): SchemaNode | undefined {
  const arms = node.keywords?.anyOf;
  if (!Array.isArray(arms) || arms.length !== 2) return undefined;
  const isNull = (arm: unknown): boolean => isObject(arm) && Object.keys(arm).length === 1 && arm.type === "null";
  const index = arms.findIndex((arm) => !isNull(arm));
  return index !== -1 && isNull(arms[1 - index]) ? subschema(node, "anyOf", String(index)) : undefined;
}

/**
 * Returns the schema without references at its top, and without `anyOf: [X, null]` where X has a type.
 *
 * @throws TypeError when a reference leads to itself
 */
export function flatten(node: SchemaNode, seen: readonly string[] = []): SchemaNode {
  const form = formOf(node);
  if (form === "plain") return node;
  if (seen.includes(node.at)) throw fault(node.document, node.at, "refers to itself");
  const { inner, own } = unwrap(node);
  const { keywords, base } = flatten(inner, [...seen, node.at]);
  // A rule without a type may or may not accept null, so null remains a branch of its own.
  if (form === "nullable" && keywords?.type === undefined && RULES.some((rule) => rule in (keywords ?? {})))
    return node;
  const target = form === "nullable" ? orNull(keywords) : keywords;
  return { ...node, keywords: target && merge(target, own.keywords ?? {}), base };
}

/**
 * Combines the keywords of a reference with those of its target. Annotations beside the reference take precedence.
 * Assertions beside it are added as a branch of allOf, since both must hold.
 */
function merge(target: Keywords, beside: Keywords): Keywords {
  const entries = Object.entries(beside);
  const annotations = entries.filter(([keyword]) => ANNOTATIONS.has(keyword));
  const assertions = entries.filter(([keyword]) => !ANNOTATIONS.has(keyword));
  const merged = { ...target, ...Object.fromEntries(annotations) };
  if (assertions.length === 0) return merged;
  const rules = Array.isArray(target.allOf) ? target.allOf : [];
  return { ...merged, allOf: [...rules, Object.fromEntries(assertions)] };
}

/** Adds null to the values that keywords accept. */
function orNull(keywords: Keywords | undefined): Keywords {
  if (keywords === undefined) return { type: "null" };
  const { type, const: _, enum: __, ...rest } = keywords;
  const values = valuesOf(keywords);
  return {
    ...rest,
    ...(type === undefined ? {} : { type: [...new Set([type, "null"].flat())] }),
    ...(values === undefined ? {} : { enum: [...new Set([...values, null])] }),
  };
}
