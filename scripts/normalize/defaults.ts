import { isSchemaObject, type JsonSchema, omit, refName, transform } from "../model/json-schema.js";
import { mapSchemas, type Schemas } from "../model/model.js";

/**
 * The schemas with defaults that a validator may fill in: none that another member decides, since filling `true` in
 * where canPublish is false grants what was denied, and none that its own schema refuses.
 */
export function fillableDefaults(schemas: Schemas): Schemas {
  return mapSchemas(schemas, ({ schema }) =>
    transform(schema, (part) =>
      completed(schemas, part["x-default-from"] === undefined ? part : omit(part, "default")),
    ),
  );
}

/** `default: {}` with the defaults of the members that must be there. */
function completed(schemas: Schemas, schema: JsonSchema): JsonSchema {
  const target = schema.$ref === undefined ? undefined : schemas.defs.get(refName(schema.$ref))?.schema;
  if (!isSchemaObject(schema.default) || target === undefined) return schema;
  const missing = (target.required ?? []).flatMap((name) => {
    const member = target.properties?.[name];
    return isSchemaObject(member) && "default" in member ? [[name, member.default] as const] : [];
  });
  return { ...schema, default: { ...Object.fromEntries(missing), ...schema.default } };
}
