import { isObject } from "../json/is-object.js";
import { numberDefinitions } from "./canonical-rule.js";
import { highestStep, type SchemaDiff } from "./change.js";
import { judgesValues } from "./compare.js";
import { nodeOf, type SchemaDocument, type SchemaNode } from "./schema-node.js";
import { walk } from "./walk.js";

export type { ChangeKind, Party, SchemaChange, SchemaDiff, Step } from "./change.js";
export { formatDiff } from "./format.js";
export { nextVersion } from "./next-version.js";

/**
 * What is different between two bundles: self-contained JSON Schemas of one flavour, each in 2020-12 or draft-07.
 *
 * Schemas are compared as sets of values: narrowed means that some value is no longer valid, widened that another one
 * is. Rules that cannot be compared so, and keywords that are not known here, count as breaking. A new member of an
 * open object counts as added, although values that had something else under its name are no longer valid.
 *
 * @throws TypeError naming the schema and the place when one is no schema, or refers out of its file
 */
export function diffSchemas(oldSchema: unknown, newSchema: unknown): SchemaDiff {
  const [before, after] = rootsOf({ "the old schema": oldSchema, "the new schema": newSchema });
  const changes = walk(before as SchemaNode, after as SchemaNode);
  return { changes, step: highestStep(changes.map(({ step }) => step)) };
}

/** The documents share their numbers, which are counted when the first is asked for. */
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
    // Other JSON, such as the index of the bundles, would pass for a schema that lets everything through.
    if (!judgesValues(schema)) throw new TypeError(`${name}: has no keyword that is compared; pass a bundle`);
    return node;
  });
}
