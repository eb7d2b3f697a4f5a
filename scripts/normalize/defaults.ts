import { isSchemaObject, type JsonSchema, omit, refName, transform } from "../model/json-schema.js";
import { mapSchemas, type Schemas } from "../model/model.js";

/**
 * Returns the schemas with defaults that a validator may fill in. Removes a default that depends on another member:
 * filling in `true` where canPublish is false would grant a right that was denied. Completes a default that would be
 * invalid by its own schema.
 */
export function fillableDefaults(schemas: Schemas): Schemas {
  return mapSchemas(schemas, ({ schema }) =>
    transform(schema, (part) =>
      completeDefault(schemas, part["x-default-from"] === undefined ? part : omit(part, "default")),
    ),
  );
}

/** Adds the defaults of required members to a default that is an object, such as `{}`. */
function completeDefault(schemas: Schemas, schema: JsonSchema): JsonSchema {
  const target = schema.$ref === undefined ? undefined : schemas.defs.get(refName(schema.$ref))?.schema;
  if (!isSchemaObject(schema.default) || target === undefined) return schema;
  const missing = (target.required ?? []).flatMap((name) => {
    const member = target.properties?.[name];
    return isSchemaObject(member) && "default" in member ? [[name, member.default] as const] : [];
  });
  return { ...schema, default: { ...Object.fromEntries(missing), ...schema.default } };
}
