import { toPointer } from "../../src/json/path.js";

/** A parsed JSON Schema. load.ts has checked the types of its keywords. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema | boolean>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema | boolean;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly deprecated?: boolean;
  readonly [keyword: string]: unknown;
}

const ONE = ["items", "additionalProperties", "if", "then", "else", "not"] as const;
const LIST = ["anyOf", "allOf", "oneOf"] as const;
const NAMED = ["properties", "$defs"] as const;

type Visit<T> = (schema: JsonSchema, pointer: string) => T;

/** Calls `visit` for each direct subschema, with its JSON pointer. Boolean schemas are skipped. */
export function eachSubschema(schema: JsonSchema, pointer: string, visit: Visit<void>): void {
  mapSubschemas(schema, pointer, (child, at) => {
    visit(child, at);
    return child;
  });
}

/** Returns a copy of a schema in which `map` replaces each direct subschema. The order of keywords is kept. */
export function mapSubschemas(schema: JsonSchema, pointer: string, map: Visit<JsonSchema>): JsonSchema {
  const replace = (value: unknown, at: string): unknown => (isSchemaObject(value) ? map(value, at) : value);
  const copy: Record<string, unknown> = {};
  for (const [keyword, value] of Object.entries(schema)) {
    const at = `${pointer}${toPointer([keyword])}`;
    if (includes(ONE, keyword)) {
      copy[keyword] = replace(value, at);
    } else if (includes(LIST, keyword) && Array.isArray(value)) {
      copy[keyword] = value.map((child, index) => replace(child, `${at}/${index}`));
    } else if (includes(NAMED, keyword) && isSchemaObject(value)) {
      copy[keyword] = Object.fromEntries(
        Object.entries(value).map(([name, child]) => [name, replace(child, `${at}${toPointer([name])}`)]),
      );
    } else {
      copy[keyword] = value;
    }
  }
  return copy;
}

/** Rewrites a schema and all subschemas, innermost first. */
export function transform(schema: JsonSchema, rule: (schema: JsonSchema) => JsonSchema): JsonSchema {
  return rule(mapSubschemas(schema, "", (child) => transform(child, rule)));
}

/** Returns a copy of a schema without some keywords. */
export function omit(schema: JsonSchema, ...keywords: readonly string[]): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !keywords.includes(keyword)));
}

/**
 * Returns the title that a reference refers to: "VideoGrants" for "#/$defs/VideoGrants". After loading, every
 * reference has this form.
 */
export function refName(ref: string): string {
  return ref.slice(ref.lastIndexOf("/") + 1);
}

/** Returns the titles that a schema and its subschemas refer to, in the order of their first appearance. */
export function refsOf(schema: JsonSchema | boolean): Set<string> {
  const found = new Set<string>();
  const visit = (part: JsonSchema): void => {
    if (part.$ref !== undefined) found.add(refName(part.$ref));
    eachSubschema(part, "", visit);
  };
  if (isSchemaObject(schema)) visit(schema);
  return found;
}

export function isSchemaObject(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function includes(list: readonly string[], keyword: string): boolean {
  return list.includes(keyword);
}
