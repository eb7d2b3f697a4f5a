import { isObject } from "../json/is-object.js";
import { numberDefinitions } from "./canonical-rule.js";
import { highestStep, type SchemaDiff } from "./change.js";
import { hasComparedKeyword } from "./compare.js";
import { nodeOf, type SchemaDocument, type SchemaNode } from "./schema-node.js";
import { walk } from "./walk.js";

export type { ChangeKind, Party, SchemaChange, SchemaDiff, Step } from "./change.js";
export { formatDiff } from "./format.js";
export { nextVersion } from "./next-version.js";

/**
 * Compares two bundles: self-contained JSON Schemas of one flavor, each in 2020-12 or draft-07.
 *
 * Schemas are compared as sets of values: narrowed means that some valid value became invalid, widened that some
 * invalid value became valid. Rules that cannot be compared in this way, and unknown keywords, count as breaking. A
 * new member of an open object counts as added, although another value under its name may have become invalid.
 *
 * @throws TypeError naming the schema and the place when one is not a schema, or refers to another file
 */
export function diffSchemas(oldSchema: unknown, newSchema: unknown): SchemaDiff {
  const [before, after] = rootsOf({ "the old schema": oldSchema, "the new schema": newSchema });
  const changes = walk(before as SchemaNode, after as SchemaNode);
  return { changes, step: highestStep(changes.map(({ step }) => step)) };
}

/** Returns the root of each schema. Their definitions are numbered together, on first use. */
function rootsOf(schemas: Readonly<Record<string, unknown>>): SchemaNode[] {
  const documents: SchemaDocument[] = [];
  let numbers: ReturnType<typeof numberDefinitions> | undefined;
  return Object.entries(schemas).map(([name, schema]) => {
    if (!isObject(schema)) throw new TypeError(`${name}: must be a JSON object`);
    const numberOf = (at: string): number => {
      numbers ??= numberDefinitions(documents);
      return numbers(document, at);
    };
    const document: SchemaDocument = { name, root: schema, numberOf };
    documents.push(document);
    const node = nodeOf(document, schema, "");
    // Other JSON, such as the index of the bundles, would otherwise count as a schema without constraints.
    if (!hasComparedKeyword(schema)) throw new TypeError(`${name}: has no keyword to compare; pass a bundle`);
    return node;
  });
}
