import { toPointer } from "../../src/json/path.js";
import { isSchemaObject, type JsonSchema, refName } from "./json-schema.js";
import { type Def, getDef, type Member, type MemberValue, type Model, type SchemaDef, type Schemas } from "./model.js";
import { SchemaError } from "./schema-error.js";

/**
 * Computes the members of every object, once for all stages.
 *
 * @throws SchemaError for the first member whose schema has a form that the stages do not support
 */
export function withMembers(schemas: Schemas): Model {
  const defs = new Map<string, Def>();
  for (const [name, def] of schemas.defs) defs.set(name, { ...def, members: membersOf(schemas, def) });
  return { ...schemas, defs };
}

/** Returns the JSON pointer of a definition in its file. */
export function pointerOfDef({ roots }: Schemas, { name }: SchemaDef): string {
  return roots.includes(name) ? "" : `/$defs/${name}`;
}

function membersOf(schemas: Schemas, def: SchemaDef): Member[] {
  return Object.entries(def.schema.properties ?? {}).map(([name, schema]) => {
    try {
      return memberOf(schemas, def.schema, name, schema as JsonSchema);
    } catch (error) {
      const pointer = `${pointerOfDef(schemas, def)}/properties${toPointer([name])}`;
      throw new SchemaError(def.file, pointer, (error as Error).message);
    }
  });
}

function memberOf(schemas: Schemas, object: JsonSchema, name: string, schema: JsonSchema): Member {
  const [first, second] = (schema.anyOf ?? []) as JsonSchema[];
  const nullable = second?.type === "null";
  const inner = nullable && first ? first : schema;
  const shape = inner.type === "array" ? "list" : inner.type === "object" ? "map" : "single";
  const element = shape === "list" ? inner.items : shape === "map" ? inner.additionalProperties : inner;
  if (!isSchemaObject(element)) throw new Error(`must have a schema for the elements of the ${shape}`);
  const required = object.required?.includes(name) ?? false;
  return { name, schema, shape, nullable, value: valueType(schemas, element), required };
}

function valueType(schemas: Schemas, schema: JsonSchema): MemberValue {
  if (schema.$ref !== undefined) {
    const target = getDef(schemas, refName(schema.$ref));
    if (target.schema.type === "object") return { kind: "object", name: target.name };
    if (target.schema.enum) {
      return { kind: "enum", name: target.name, names: target.schema.enum, schema: target.schema };
    }
    return valueType(schemas, target.schema);
  }
  switch (schema.type) {
    case "string":
      if (!schema.enum) return { kind: "string" };
      throw new Error("must refer to an enum in $defs, where the enum has a name");
    case "boolean":
    case "integer":
    case "number":
      return { kind: schema.type };
    default:
      throw new Error("must be a string, boolean, number, $ref, array, map or anyOf [$ref, null]");
  }
}
