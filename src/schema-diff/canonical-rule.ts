import { isObject } from "../json/is-object.js";
import { ANNOTATIONS } from "./annotations.js";
import { nodeOf, resolveReference, type SchemaDocument, type SchemaNode, to2020 } from "./schema-node.js";
import { canonical } from "./text.js";

/** Keywords whose value is a schema, a list of schemas in any order, a list in order, or an object of schemas. */
const ONE: ReadonlySet<string> = new Set([
  ...["not", "if", "then", "else", "items", "additionalProperties", "contains", "propertyNames"],
  ...["additionalItems", "unevaluatedItems", "unevaluatedProperties", "contentSchema"],
]);
const ANY_ORDER: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf"]);
const IN_ORDER: ReadonlySet<string> = new Set(["prefixItems"]);
const BY_NAME: ReadonlySet<string> = new Set(["properties", "patternProperties", "dependentSchemas"]);

/** Keywords whose value is a list in any order. */
const SETS: ReadonlySet<string> = new Set(["required", "enum", "type"]);

const DEFINITIONS: ReadonlySet<string> = new Set(["$defs", "definitions"]);

/**
 * Returns a text that is equal for two schemas that assert the same in the same way. Annotations are omitted, references
 * are replaced by the numbers of their targets, and lists whose order has no effect are sorted.
 */
export function canonicalRule(document: SchemaDocument, schema: unknown): string {
  return canonical(rewriteReferences(document, schema, ({ at }) => document.numberOf(at)));
}

/** Returns a copy of a schema in which `replace` gives the value of each reference. */
function rewriteReferences(
  document: SchemaDocument,
  schema: unknown,
  replace: (target: SchemaNode) => unknown,
): unknown {
  const rewrite = (written: unknown): unknown => {
    if (!isObject(written)) return written;
    const asserted = Object.entries(to2020(written)).filter(
      ([keyword]) => !ANNOTATIONS.has(keyword) && !DEFINITIONS.has(keyword),
    );
    return Object.fromEntries(asserted.map(([keyword, value]) => [keyword, rewriteValue(keyword, value)]));
  };
  const rewriteValue = (keyword: string, value: unknown): unknown => {
    if (keyword === "$ref") return replace(resolveReference(nodeOf(document, { $ref: value }, "")));
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
 * Numbers the definitions of several documents so that two definitions have the same number when they assert the
 * same, even when references form circles. All start with the same number. Each round separates definitions whose
 * references have been separated, until a round separates none. A round is linear in the size of the documents;
 * expanding the references would not be.
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

/** Returns all schemas that references lead to, by pointer. */
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
