import { isSchemaObject, type JsonSchema, refName, transform } from "../model/json-schema.js";

/**
 * Moves null from references into definitions. When every reference to a definition has the form
 * `anyOf: [{ $ref }, { type: "null" }]`, the references become plain and the definition gets `type: ["object", "null"]`.
 * For a wrong value inside a union, validators of several languages report only the union; for a plain reference they
 * report the exact place.
 */
export function nullableDefinitions(bundle: JsonSchema): JsonSchema {
  const all = new Map<string, number>();
  const nullable = new Map<string, number>();
  transform(bundle, (schema) => {
    count(all, schema.$ref);
    count(nullable, nullableRef(schema));
    return schema;
  });
  const isNullable = (ref: string): boolean => all.get(ref) === nullable.get(ref);
  const { $defs = {}, ...root } = transform(bundle, (schema) => {
    const ref = nullableRef(schema);
    if (ref === undefined || !isNullable(ref)) return schema;
    const { anyOf, ...siblings } = schema;
    return { ...siblings, $ref: ref };
  });
  const definitions = Object.entries($defs as Record<string, JsonSchema>).map(([name, schema]) => {
    const isTarget = [...nullable.keys()].some((ref) => refName(ref) === name && isNullable(ref));
    return [name, isTarget ? { ...schema, type: [schema.type, "null"].flat() } : schema] as const;
  });
  return definitions.length === 0 ? root : { ...root, $defs: Object.fromEntries(definitions) };
}

function nullableRef({ anyOf }: JsonSchema): string | undefined {
  const [first, second, ...more] = (anyOf ?? []) as unknown[];
  const isNullUnion = isSchemaObject(second) && second.type === "null" && more.length === 0;
  return isNullUnion && isSchemaObject(first) && Object.keys(first).join() === "$ref" ? first.$ref : undefined;
}

function count(counts: Map<string, number>, ref: string | undefined): void {
  if (ref !== undefined) counts.set(ref, (counts.get(ref) ?? 0) + 1);
}
