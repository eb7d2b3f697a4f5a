import { isObject } from "../json/is-object.js";
import { ANNOTATIONS } from "./annotations.js";
import { nodeOf, referenced, type SchemaDocument, type SchemaNode, withoutWrapping } from "./schema-node.js";
import { canonical } from "./text.js";

/** Keywords whose value is one schema, a list of them in which no order counts, a list in order, or an object of them. */
const ONE: ReadonlySet<string> = new Set([
  ...["not", "if", "then", "else", "items", "additionalProperties", "contains", "propertyNames"],
  ...["additionalItems", "unevaluatedItems", "unevaluatedProperties", "contentSchema"],
]);
const ANY_ORDER: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf"]);
const IN_ORDER: ReadonlySet<string> = new Set(["prefixItems"]);
const BY_NAME: ReadonlySet<string> = new Set(["properties", "patternProperties", "dependentSchemas"]);

/** Keywords whose value is a list in which no order counts. */
const SETS: ReadonlySet<string> = new Set(["required", "enum", "type"]);

const DEFINITIONS: ReadonlySet<string> = new Set(["$defs", "definitions"]);

/**
 * Returns a schema as a text that two share when they assert the same in the same way: without annotations, with a
 * number for what a reference leads to, and in no order where none counts.
 */
export function canonicalRule(document: SchemaDocument, schema: unknown): string {
  return canonical(rewriteReferences(document, schema, ({ at }) => document.numberOf(at)));
}

/** A schema with something else in the place of what each reference leads to. */
function rewriteReferences(
  document: SchemaDocument,
  schema: unknown,
  replace: (target: SchemaNode) => unknown,
): unknown {
  const rewrite = (written: unknown): unknown => {
    if (!isObject(written)) return written;
    const asserted = Object.entries(withoutWrapping(written)).filter(
      ([keyword]) => !ANNOTATIONS.has(keyword) && !DEFINITIONS.has(keyword),
    );
    return Object.fromEntries(asserted.map(([keyword, value]) => [keyword, rewriteValue(keyword, value)]));
  };
  const rewriteValue = (keyword: string, value: unknown): unknown => {
    if (keyword === "$ref") return replace(referenced(nodeOf(document, { $ref: value }, "")));
    if (ONE.has(keyword)) return rewrite(value);
    if (ANY_ORDER.has(keyword) && Array.isArray(value)) return sorted(value.map(rewrite));
    if (IN_ORDER.has(keyword) && Array.isArray(value)) return value.map(rewrite);
    if (BY_NAME.has(keyword) && isObject(value)) {
      return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, rewrite(child)]));
    }
    return SETS.has(keyword) ? sorted([value].flat()) : value;
  };
  return rewrite(schema);
}

/**
 * Numbers the definitions of several documents, so that two have one number when they assert the same, however
 * references lead from one to the next and back. Starts with one number for all and tells apart, round by round, those
 * that refer to what has been told apart: each round is linear, unlike writing out what is behind each reference.
 */
export function numberDefinitions(
  documents: readonly SchemaDocument[],
): (document: SchemaDocument, at: string) => number {
  const definitions = documents.flatMap((document) =>
    [...reachedFrom(document)].map(([at, schema]) => ({ document, at, schema })),
  );
  let numbers = new Map(documents.map((document) => [document, new Map<string, number>()]));
  const numberOf = (document: SchemaDocument, at: string): number => numbers.get(document)?.get(at) ?? 0;
  for (let before = 0, count = 1; definitions.length > 0 && count > before; ) {
    const byText = new Map<string, number>();
    const next = new Map(documents.map((document) => [document, new Map<string, number>()]));
    for (const { document, at, schema } of definitions) {
      const text = canonical(rewriteReferences(document, schema, (target) => numberOf(document, target.at)));
      const number = byText.get(text) ?? byText.size + 1;
      byText.set(text, number);
      next.get(document)?.set(at, number);
    }
    [before, count, numbers] = [count, byText.size, next];
  }
  return numberOf;
}

/** All schemas that references lead to, by their pointers. */
function reachedFrom(document: SchemaDocument): ReadonlyMap<string, unknown> {
  const reached = new Map<string, unknown>();
  const queue: unknown[] = [document.root];
  for (const schema of queue) {
    rewriteReferences(document, schema, ({ at, keywords = false }) => {
      if (reached.has(at)) return;
      reached.set(at, keywords);
      queue.push(keywords);
    });
  }
  return reached;
}

function sorted(values: readonly unknown[]): unknown[] {
  const texts = values.map((value) => ({ value, text: canonical(value) }));
  return texts.sort((a, b) => (a.text < b.text ? -1 : 1)).map(({ value }) => value);
}
