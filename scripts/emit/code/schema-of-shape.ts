import type { MemberShape, Shape } from "../../../generated/shapes.js";
import type { JsonSchema } from "../../model/json-schema.js";

/** The JSON Schemas of the kinds of shapes. shared-checks.js has checks with the same meaning. */
const KINDS: Readonly<Record<string, JsonSchema>> = {
  boolean: { type: "boolean" },
  number: { type: "number" },
  int32: { type: "integer", minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
  uint32: { type: "integer", minimum: 0, maximum: 2 ** 32 - 1 },
};

/**
 * Returns the schema for ajv that a shape describes. An object with more rules in its schema has code of its own.
 *
 * @param closed the keyword of a closed object, if it is one
 */
export function schemaOfShape(shape: Shape, closed: object, idOf: (name: string) => string): JsonSchema {
  const members = Object.entries(shape);
  const properties = Object.fromEntries(members.map(([name, member]) => [name, memberSchema(member, idOf)]));
  const oneofs = new Map<string, string[]>();
  for (const [name, { oneof }] of members) {
    if (oneof !== undefined) oneofs.set(oneof, [...(oneofs.get(oneof) ?? []), name]);
  }
  const atMostOne = [...oneofs.values()].filter((names) => names.length > 1);
  return { type: "object", properties, ...closed, ...(atMostOne.length > 0 ? { atMostOne } : {}) };
}

function memberSchema({ of = "", kind, many }: MemberShape, idOf: (name: string) => string): JsonSchema {
  const value =
    kind === "enum" ? { oneOfEnum: of } : of ? { $ref: idOf(of) } : (KINDS[kind ?? ""] ?? { type: "string" });
  if (many === "list") return { type: "array", items: value };
  return many === "map" ? { type: "object", additionalProperties: value } : value;
}
