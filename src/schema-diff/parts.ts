import { memberNames } from "./members.js";
import { nodeOf, type SchemaNode, subschema } from "./schema-node.js";

/** Two schemas of one part of a value. */
export interface Part {
  /**
   * The segment that leads to the part: a member's name, or `*` for elements and values of maps. Absent for the
   * value itself.
   */
  readonly segment?: string;
  readonly before: SchemaNode;
  readonly after: SchemaNode;
}

/** Returns the members that both schemas describe, and the elements and other members that at least one describes. */
export function sharedParts(before: SchemaNode, after: SchemaNode): Part[] {
  const names = new Set([...memberNames(before), ...memberNames(after)]);
  return [
    ...[...names].flatMap((name) => pair(name, memberOf(before, name), memberOf(after, name))),
    ...freePart("additionalProperties", before, after),
    ...freePart("items", before, after),
  ];
}

/** Returns the schema of a member: its entry in `properties`, or else `additionalProperties` when it constrains values. */
function memberOf(node: SchemaNode, name: string): SchemaNode | undefined {
  const others = subschema(node, "additionalProperties");
  const isMap = others?.keywords !== undefined && Object.keys(others.keywords).length > 0;
  return subschema(node, "properties", name) ?? (isMap ? others : undefined);
}

/** Returns the part of a keyword that at least one schema has. An absent keyword accepts anything. */
function freePart(keyword: "additionalProperties" | "items", before: SchemaNode, after: SchemaNode): Part[] {
  const [old, now] = [subschema(before, keyword), subschema(after, keyword)];
  if (!old && !now) return [];
  const anything = (node: SchemaNode) => nodeOf(node.document, true, `${node.base}/${keyword}`);
  const part = pair("*", old ?? anything(before), now ?? anything(after));
  // compareMembers reports an object that becomes closed or open.
  const isFalse = [old, now].some((node) => node && !node.keywords);
  return keyword === "additionalProperties" && isFalse ? [] : part;
}

function pair(segment: string, before: SchemaNode | undefined, after: SchemaNode | undefined): Part[] {
  return before && after ? [{ segment, before, after }] : [];
}
