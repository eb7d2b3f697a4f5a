import { isObject } from "../json/is-object.js";
import { getOwnAt } from "../json/own.js";
import { toPointer } from "../json/path.js";
import { findMistake } from "./keyword-forms.js";

export type Keywords = Readonly<Record<string, unknown>>;

/** A whole schema, in which references are resolved. */
export interface SchemaDocument {
  /** The name in errors: "the old schema". */
  readonly name: string;
  readonly root: Keywords;
  /**
   * Returns the number of a definition by its pointer. Definitions that assert the same have the same number, in
   * both documents.
   */
  readonly numberOf: (at: string) => number;
}

/** One schema of a document. */
export interface SchemaNode {
  readonly document: SchemaDocument;
  /** An empty object for the schema `true`, undefined for `false`. */
  readonly keywords: Keywords | undefined;
  /** The JSON pointer of the schema in its document. */
  readonly at: string;
  /** The pointer that subschemas are relative to. It differs from `at` when a reference was followed. */
  readonly base: string;
}

/**
 * Makes a node of a schema.
 *
 * @throws TypeError when the schema is neither an object nor a boolean, or a keyword has an invalid value
 */
export function nodeOf(document: SchemaDocument, schema: unknown, at: string): SchemaNode {
  if (typeof schema === "boolean") return { document, keywords: schema ? {} : undefined, at, base: at };
  if (!isObject(schema)) throw fault(document, at, "must be a schema: an object or a boolean");
  const mistake = findMistake(schema);
  if (mistake) throw fault(document, at + toPointer([mistake.keyword]), `must be ${mistake.expected}`);
  return { document, keywords: to2020(schema), at, base: at };
}

/**
 * Converts draft-07 forms to 2020-12: `allOf: [{ $ref }]` becomes a reference with keywords beside it, and a list of
 * `items` becomes prefixItems.
 */
export function to2020(schema: Keywords): Keywords {
  if (Array.isArray(schema.items)) {
    const { items, additionalItems, ...rest } = schema;
    return { ...rest, prefixItems: items, ...(additionalItems === undefined ? {} : { items: additionalItems }) };
  }
  const { allOf, ...beside } = schema;
  const [only, ...more] = Array.isArray(allOf) ? allOf : [];
  const isWrapped = isObject(only) && Object.keys(only).join() === "$ref" && more.length === 0 && !("$ref" in schema);
  return isWrapped ? { ...beside, ...only } : schema;
}

/** Returns the subschema at a path below a node, or undefined when there is none. */
export function subschema(node: SchemaNode, ...segments: readonly string[]): SchemaNode | undefined {
  const schema = getOwnAt(node.keywords, segments);
  return schema === undefined ? undefined : nodeOf(node.document, schema, node.base + toPointer(segments));
}

/**
 * Returns the target of a reference such as "#/$defs/X".
 *
 * @throws TypeError when the document has no such target
 */
export function resolveReference(node: SchemaNode): SchemaNode {
  const { document, keywords, at } = node;
  const ref = keywords?.$ref;
  const names =
    typeof ref === "string" && /^#(\/|$)/.test(ref) ? ref.slice(1).split("/").slice(1).map(unescapeName) : undefined;
  const schema = names && getOwnAt(document.root, names);
  if (schema === undefined) {
    throw fault(document, `${at}/$ref`, `${JSON.stringify(ref)} has no target in the file; pass a bundle`);
  }
  return nodeOf(document, schema, toPointer(names ?? []));
}

/** Returns the name of a node for messages: "VideoGrants.canPublish", with `*` for elements and values of maps. */
export function definitionName({ document, at }: SchemaNode, member?: string): string {
  const names = [typeof document.root.title === "string" ? document.root.title : "(root)"];
  const segments = at.split("/").slice(1);
  while (segments.length > 0) {
    const keyword = segments.shift();
    if (keyword === "items" || keyword === "additionalProperties") {
      names.push("*");
      continue;
    }
    const name = unescapeName(segments.shift() ?? "");
    if (keyword === "properties") names.push(name);
    else if (keyword === "$defs" || keyword === "definitions") names.splice(0, names.length, name);
  }
  return [...names, ...(member === undefined ? [] : [member])].join(".");
}

export function fault({ name }: SchemaDocument, at: string, problem: string): TypeError {
  return new TypeError(`${name}: #${at} ${problem}`);
}

/** Unescapes a segment of a pointer in a URI fragment. An invalid percent escape remains as it is. */
function unescapeName(segment: string): string {
  return decoded(segment).replaceAll("~1", "/").replaceAll("~0", "~");
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
