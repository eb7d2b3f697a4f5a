import { memberNames } from "./members.js";
import { below, nodeOf, type SchemaNode } from "./schema-node.js";

/** Two schemas of one part of a value. */
export interface Part {
  /** What leads to the part: a member's name, or `*` for elements and values of maps. None for the value itself. */
  readonly segment?: string;
  readonly before: SchemaNode;
  readonly after: SchemaNode;
}

/** The parts that both schemas speak of, and those that one of them leaves free. */
export function sharedParts(before: SchemaNode, after: SchemaNode): Part[] {
  const names = new Set([...memberNames(before), ...memberNames(after)]);
  return [
    ...[...names].flatMap((name) => pair(name, memberOf(before, name), memberOf(after, name))),
    ...freePart("additionalProperties", before, after),
    ...freePart("items", before, after),
  ];
}

/** A member that a schema does not name is a value of its map, if it is one. */
function memberOf(node: SchemaNode, name: string): SchemaNode | undefined {
  const others = below(node, "additionalProperties");
  const isMap = others?.keywords !== undefined && Object.keys(others.keywords).length > 0;
  return below(node, "properties", name) ?? (isMap ? others : undefined);
}

/** Without the keyword, anything goes there. */
function freePart(keyword: "additionalProperties" | "items", before: SchemaNode, after: SchemaNode): Part[] {
  const [old, now] = [below(before, keyword), below(after, keyword)];
  if (!old && !now) return [];
  const anything = (node: SchemaNode) => nodeOf(node.document, true, `${node.base}/${keyword}`);
  const part = pair("*", old ?? anything(before), now ?? anything(after));
  // compareMembers tells that an object closes or opens.
  const isFalse = [old, now].some((node) => node && !node.keywords);
  return keyword === "additionalProperties" && isFalse ? [] : part;
}

function pair(segment: string, before: SchemaNode | undefined, after: SchemaNode | undefined): Part[] {
  return before && after ? [{ segment, before, after }] : [];
}
