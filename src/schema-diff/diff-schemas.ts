import { isObject } from "../json/is-object.js";
import { highestStep, type SchemaDiff } from "./change.js";
import { judgesValues } from "./compare.js";
import { nodeOf, type SchemaNode } from "./schema-node.js";
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
  const changes = walk(rootOf("the old schema", oldSchema), rootOf("the new schema", newSchema));
  return { changes, step: highestStep(changes.map(({ step }) => step)) };
}

function rootOf(name: string, schema: unknown): SchemaNode {
  if (!isObject(schema)) throw new TypeError(`${name}: must be a JSON object`);
  const node = nodeOf({ name, root: schema }, schema, "");
  // Other JSON, such as the index of the bundles, would pass for a schema that lets everything through.
  if (!judgesValues(schema)) throw new TypeError(`${name}: has no keyword that is compared; pass a bundle`);
  return node;
}
