import { isSchemaObject, type JsonSchema, refName } from "./json-schema.js";
import { getDef, type Model } from "./model.js";

/** A member as the emitting stages see it: its schema with shape and target told apart. */
export interface Member {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly shape: "single" | "list" | "map";
  readonly nullable: boolean;
  /** What a single value of it is; for a list or map, what an element is. */
  readonly value: MemberValue;
  readonly required: boolean;
}

export type MemberValue =
  | { readonly kind: "string" | "boolean" | "integer" | "number" }
  | { readonly kind: "enum"; readonly name: string; readonly names: readonly string[]; readonly schema: JsonSchema }
  | { readonly kind: "object"; readonly name: string };

/** The members of an object schema, in order. */
export function membersOf(model: Model, object: JsonSchema): Member[] {
  return Object.keys(object.properties ?? {}).map((name) => memberOf(model, object, name));
}

/**
 * One member of an object schema.
 *
 * @throws Error when its schema has a form that the stages do not know
 */
export function memberOf(model: Model, object: JsonSchema, name: string): Member {
  const schema = object.properties?.[name] as JsonSchema;
  const [first, second] = (schema.anyOf ?? []) as JsonSchema[];
  const nullable = second?.type === "null";
  const inner = nullable && first ? first : schema;
  const shape = inner.type === "array" ? "list" : inner.type === "object" ? "map" : "single";
  const element = shape === "list" ? inner.items : shape === "map" ? inner.additionalProperties : inner;
  if (!isSchemaObject(element)) throw new Error(`as a ${shape} needs a schema of its elements`);
  const required = object.required?.includes(name) ?? false;
  return { name, schema, shape, nullable, value: valueType(model, element), required };
}

function valueType(model: Model, schema: JsonSchema): MemberValue {
  if (schema.$ref !== undefined) {
    const target = getDef(model, refName(schema.$ref));
    if (target.schema.type === "object") return { kind: "object", name: target.name };
    if (target.schema.enum) {
      return { kind: "enum", name: target.name, names: target.schema.enum, schema: target.schema };
    }
    return valueType(model, target.schema);
  }
  switch (schema.type) {
    case "string":
      if (!schema.enum) return { kind: "string" };
      throw new Error("must refer to its enum in $defs, where it has a name");
    case "boolean":
    case "integer":
    case "number":
      return { kind: schema.type };
    default:
      throw new Error("must be a string, boolean, number, $ref, array, map or anyOf [$ref, null]");
  }
}
