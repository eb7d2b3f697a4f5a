import type { Keywords } from "./schema-node.js";
import { canonical, formatChange, formatValue } from "./text.js";
import type { Finding } from "./verdicts.js";

export const VALUE_KEYWORDS = ["type", "enum", "const"] as const;

const TYPES = ["null", "boolean", "object", "array", "string", "integer", "fraction"] as const;

/** Keywords that apply to values of certain types only. */
const OF_TYPES: readonly (readonly [types: readonly string[], keywords: readonly string[]])[] = [
  [["string"], ["minLength", "maxLength", "pattern", "contentEncoding", "contentMediaType", "contentSchema"]],
  [
    ["integer", "fraction"],
    ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  ],
  [["array"], ["items", "prefixItems", "additionalItems", "minItems", "maxItems", "uniqueItems", "contains"]],
  [["array"], ["minContains", "maxContains", "unevaluatedItems"]],
  [["object"], ["properties", "required", "additionalProperties", "minProperties", "maxProperties"]],
  [["object"], ["patternProperties", "propertyNames", "dependentRequired", "dependentSchemas", "dependencies"]],
  [["object"], ["unevaluatedProperties"]],
];

/** Compares the types that two schemas accept, and the values that they list. */
export function compareValues(before: Keywords, after: Keywords): Finding[] {
  const types = compareTypes(before, after);
  // Without a shared type, there are no values to compare.
  if (sharedTypes(before, after).length === 0) return types;
  return [...types, ...compareLists(valuesOf(before), valuesOf(after))];
}

function compareTypes(before: Keywords, after: Keywords): Finding[] {
  const [old, now] = [typesOf(before), typesOf(after)];
  const lost = old.filter((type) => !now.includes(type));
  const gained = now.filter((type) => !old.includes(type));
  if (lost.length === 0 && gained.length === 0) return [];
  const verdict = lost.length === 0 ? "typeWidened" : gained.length === 0 ? "narrowed" : "incomparable";
  return [{ verdict, what: formatChange("type", before.type, after.type).replaceAll("none", "any") }];
}

/** Returns the types that both schemas accept. */
export function sharedTypes(before: Keywords, after: Keywords): readonly string[] {
  const now = typesOf(after);
  return typesOf(before).filter((type) => now.includes(type));
}

/** Returns the schema without keywords that do not apply to these types. */
export function keywordsFor(types: readonly string[], keywords: Keywords): Keywords {
  const idle = new Set(
    OF_TYPES.filter(([of]) => !of.some((type) => types.includes(type))).flatMap(([, names]) => names),
  );
  return Object.fromEntries(Object.entries(keywords).filter(([keyword]) => !idle.has(keyword)));
}

/**
 * Returns the types that a schema accepts: all types when it has no `type`. Numbers are split into integers and fractions.
 */
export function typesOf({ type }: Keywords): readonly string[] {
  if (type === undefined) return TYPES;
  return [type].flat().flatMap((name) => (name === "number" ? ["integer", "fraction"] : [String(name)]));
}

/** Returns the values that enum or const lists, or undefined when neither is present. */
export function valuesOf({ enum: listed, const: only }: Keywords): readonly unknown[] | undefined {
  if (only === undefined) return Array.isArray(listed) ? listed : undefined;
  const among = !Array.isArray(listed) || listed.some((value) => canonical(value) === canonical(only));
  return among ? [only] : [];
}

function compareLists(before: readonly unknown[] | undefined, after: readonly unknown[] | undefined): Finding[] {
  if (!before || !after) {
    if (after) return [{ verdict: "narrowed", what: `only these values are valid: ${list(after)}` }];
    return before ? [{ verdict: "widened", what: "values other than those listed are valid" }] : [];
  }
  const lost = without(before, after);
  const gained = without(after, before);
  return [
    ...(lost.length === 0 ? [] : [{ verdict: "narrowed" as const, what: `values are gone: ${list(lost)}` }]),
    ...(gained.length === 0 ? [] : [{ verdict: "valueAdded" as const, what: `values are new: ${list(gained)}` }]),
  ];
}

function without(values: readonly unknown[], others: readonly unknown[]): unknown[] {
  const known = new Set(others.map(canonical));
  return values.filter((value) => !known.has(canonical(value)));
}

function list(values: readonly unknown[]): string {
  return values.map(formatValue).join(", ");
}
