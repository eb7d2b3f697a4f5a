import { isObject } from "../json/is-object.js";
import { ANNOTATIONS } from "./annotations.js";
import { nodeOf, referenced, type SchemaDocument, withoutWrapping } from "./schema-node.js";
import { canonical } from "./text.js";

const ONE: readonly string[] = ["not", "if", "then", "else", "items", "additionalProperties"];
const LIST: readonly string[] = ["allOf", "anyOf", "oneOf"];
const SETS: readonly string[] = ["required", "enum", "type"];

/**
 * A schema as a text that two share when they say the same in the same way: without annotations, with what a
 * reference leads to in its place, and in no order where none counts.
 */
export function canonicalRule(document: SchemaDocument, schema: unknown): string {
  return canonical(expand(document, schema, []));
}

function expand(document: SchemaDocument, written: unknown, within: readonly string[]): unknown {
  if (!isObject(written)) return written;
  const schema = withoutWrapping(written);
  const inside = (child: unknown) => expand(document, child, within);
  const asserted = Object.entries(schema).filter(([keyword]) => !ANNOTATIONS.has(keyword));
  const expanded = asserted.map(([keyword, value]): [string, unknown] => {
    if (keyword === "$ref") return [keyword, behindReference(document, value, within)];
    if (ONE.includes(keyword)) return [keyword, inside(value)];
    if (LIST.includes(keyword) && Array.isArray(value)) return [keyword, sorted(value.map(inside))];
    if (keyword === "properties" && isObject(value)) {
      return [keyword, Object.fromEntries(Object.entries(value).map(([name, child]) => [name, inside(child)]))];
    }
    return SETS.includes(keyword) ? [keyword, sorted([value].flat())] : [keyword, value];
  });
  return Object.fromEntries(expanded);
}

/** In a circle, it says enough how far back that closes. */
function behindReference(document: SchemaDocument, ref: unknown, within: readonly string[]): unknown {
  const { keywords, at } = referenced(nodeOf(document, { $ref: ref }, ""));
  const back = within.length - within.indexOf(at);
  return within.includes(at) ? back : expand(document, keywords ?? false, [...within, at]);
}

function sorted(values: readonly unknown[]): unknown[] {
  return [...values].sort((a, b) => (canonical(a) < canonical(b) ? -1 : 1));
}
