import { isObject } from "../json/is-object.js";
import { getOwnAt } from "../json/own.js";
import { toPointer } from "../json/path.js";
import { mistakeIn } from "./keyword-forms.js";

export type Keywords = Readonly<Record<string, unknown>>;

/** A whole schema, which references lead into. */
export interface SchemaDocument {
  /** What errors call it: "the old schema". */
  readonly name: string;
  readonly root: Keywords;
  /** The number of what a reference leads to, by its pointer; two that assert the same share one, in both documents. */
  readonly numberOf: (at: string) => number;
}

/** One schema of a document. */
export interface SchemaNode {
  readonly document: SchemaDocument;
  /** None for `true`; undefined for `false`, which no value fits. */
  readonly keywords: Keywords | undefined;
  /** The JSON pointer of the schema in its document. */
  readonly at: string;
  /** Where the schemas below it lie: another place than `at` when keywords were fetched through a reference. */
  readonly base: string;
}

/** @throws TypeError when the schema is neither an object nor a boolean, or a keyword has a value that it cannot have */
export function nodeOf(document: SchemaDocument, schema: unknown, at: string): SchemaNode {
  if (typeof schema === "boolean") return { document, keywords: schema ? {} : undefined, at, base: at };
  if (!isObject(schema)) throw fault(document, at, "is no schema");
  const mistake = mistakeIn(schema);
  if (mistake) throw fault(document, at + toPointer([mistake.keyword]), `must be ${mistake.expected}`);
  return { document, keywords: withoutWrapping(schema), at, base: at };
}

/** A schema of draft-07 as 2020-12 has it: there, `allOf: [{ $ref }]` is a reference with words beside it, and a list of `items` is prefixItems. */
export function withoutWrapping(schema: Keywords): Keywords {
  if (Array.isArray(schema.items)) {
    const { items, additionalItems, ...rest } = schema;
    return { ...rest, prefixItems: items, ...(additionalItems === undefined ? {} : { items: additionalItems }) };
  }
  const { allOf, ...beside } = schema;
  const [only, ...more] = Array.isArray(allOf) ? allOf : [];
  const isWrapped = isObject(only) && Object.keys(only).join() === "$ref" && more.length === 0 && !("$ref" in schema);
  return isWrapped ? { ...beside, ...only } : schema;
}

/** The schema below a node that the segments lead to; undefined when there is none. */
export function below(node: SchemaNode, ...segments: readonly string[]): SchemaNode | undefined {
  const schema = getOwnAt(node.keywords, segments);
  return schema === undefined ? undefined : nodeOf(node.document, schema, node.base + toPointer(segments));
}

/**
 * The schema that a reference such as "#/$defs/X" leads to.
 *
 * @throws TypeError when it leads nowhere in the document
 */
export function referenced(node: SchemaNode): SchemaNode {
  const { document, keywords, at } = node;
  const ref = keywords?.$ref;
  const names =
    typeof ref === "string" && /^#(\/|$)/.test(ref) ? ref.slice(1).split("/").slice(1).map(unescapeName) : undefined;
  const schema = names && getOwnAt(document.root, names);
  if (schema === undefined) {
    throw fault(document, `${at}/$ref`, `${JSON.stringify(ref)} leads nowhere in the file; pass a bundle`);
  }
  return nodeOf(document, schema, toPointer(names ?? []));
}

/** Where the schemas have a node, for people: "VideoGrants.canPublish", with `*` for elements and values of maps. */
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

/** Back from a pointer in a URI fragment. A stray % is taken as it stands. */
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
