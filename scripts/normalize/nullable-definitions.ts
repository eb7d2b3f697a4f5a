import { isSchemaObject, type JsonSchema, refName, transform } from "../model/json-schema.js";

/**
 * A bundle in which what may be null is a definition of `type: ["object", "null"]`, where every reference to it was
 * `anyOf: [{ $ref }, { type: "null" }]`. Validators of several languages name only the union when a value inside fits no
 * branch; of a plain reference they name the exact place.
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
    const { anyOf, ...beside } = schema;
    return { ...beside, $ref: ref };
  });
  const definitions = Object.entries($defs as Record<string, JsonSchema>).map(([name, schema]) => {
    const may = [...nullable.keys()].some((ref) => refName(ref) === name && isNullable(ref));
    return [name, may ? { ...schema, type: [schema.type, "null"].flat() } : schema] as const;
  });
  return definitions.length === 0 ? root : { ...root, $defs: Object.fromEntries(definitions) };
}

function nullableRef({ anyOf }: JsonSchema): string | undefined {
  const [first, second, ...more] = (anyOf ?? []) as unknown[];
  const isPlain = isSchemaObject(second) && second.type === "null" && more.length === 0;
  return isPlain && isSchemaObject(first) && Object.keys(first).join() === "$ref" ? first.$ref : undefined;
}

function count(counts: Map<string, number>, ref: string | undefined): void {
  if (ref !== undefined) counts.set(ref, (counts.get(ref) ?? 0) + 1);
}
