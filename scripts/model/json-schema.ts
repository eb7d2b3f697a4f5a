import { toPointer } from "../../src/json/path.js";
/** A JSON Schema as parsed. Keywords are read where they are needed; load.ts has checked their types. */
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

/** Calls visit for each schema directly below this one, with its JSON pointer. Boolean schemas are passed over. */
export function eachSubschema(schema: JsonSchema, pointer: string, visit: Visit<void>): void {
  mapSubschemas(schema, pointer, (child, at) => {
    visit(child, at);
    return child;
  });
}

/** A copy of the schema with each schema directly below it replaced. Keyword order is kept. */
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

/** Rewrites a schema and all below it, innermost first. */
export function transform(schema: JsonSchema, rule: (schema: JsonSchema) => JsonSchema): JsonSchema {
  return rule(mapSubschemas(schema, "", (child) => transform(child, rule)));
}

/** A copy of the object without the keywords named. */
export function omit(schema: JsonSchema, ...keywords: readonly string[]): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !keywords.includes(keyword)));
}

/** "#/$defs/VideoGrants" → "VideoGrants". After loading every reference has this form. */
export function refName(ref: string): string {
  return ref.slice(ref.lastIndexOf("/") + 1);
}

/** The titles that a schema, or one below it, refers to; each once, in the order of their first appearance. */
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
