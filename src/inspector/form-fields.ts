import { type ClaimsSchema, resolveRef, type SchemaNode } from "./claims-schema.js";

/** How a member is edited, which follows from its schema. */
export type Control =
  | { readonly kind: "box"; readonly checked: boolean; readonly follows?: string }
  | { readonly kind: "text" | "number" | "time" | "lines" | "pairs" }
  | { readonly kind: "choice" | "choices"; readonly options: readonly string[] }
  /** An object, or a list of objects, whose own fields are made when it is opened. */
  | { readonly kind: "group" | "list"; readonly node: SchemaNode };

/** A member that can be edited. */
export interface Field {
  readonly name: string;
  readonly description: string;
  readonly control: Control;
}

/** Returns the fields of an object, in the order of its schema. */
export function fieldsOf(node: SchemaNode, schema: ClaimsSchema): Field[] {
  return Object.entries(node.properties ?? {}).flatMap(([name, member]) => {
    const resolved = resolveRef(member, schema);
    const control = controlOf(member, resolved, schema);
    return control === undefined ? [] : [{ name, description: resolved.description ?? "", control }];
  });
}

function controlOf(member: SchemaNode, resolved: SchemaNode, schema: ClaimsSchema): Control | undefined {
  const { items, additionalProperties, "x-default-from": follows } = resolved;
  switch (typeOf(resolved)) {
    case "boolean":
      return { kind: "box", checked: resolved.default === true, ...(follows !== undefined && { follows }) };
    case "integer":
    case "number":
      return { kind: member.$ref?.endsWith("/NumericDate") ? "time" : "number" };
    case "string":
      return resolved.enum ? { kind: "choice", options: resolved.enum.map(String) } : { kind: "text" };
    case "array":
      return items && ofItems(resolveRef(items, schema));
    case "object":
      if (resolved.properties) return { kind: "group", node: resolved };
      return typeof additionalProperties === "object" ? { kind: "pairs" } : undefined;
    default:
      return undefined;
  }
}

function ofItems(item: SchemaNode): Control | undefined {
  if (item.properties) return { kind: "list", node: item };
  return item.enum ? { kind: "choices", options: item.enum.map(String) } : { kind: "lines" };
}

function typeOf({ type, enum: values }: SchemaNode): string | undefined {
  const types = [type ?? (values ? "string" : [])].flat().filter((each) => each !== "null");
  return types[0];
}
