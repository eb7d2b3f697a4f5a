type Type = "object" | "array" | "string" | "boolean" | "integer" | "number" | "null";

/** Keywords of the bundles that decide which values are valid. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: Type | readonly Type[];
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | false;
  readonly required?: readonly string[];
  readonly "x-oneof"?: string;
  readonly "x-default-from"?: string;
}

/** Rewrites a schema of several types as a union with a branch for each. */
export function unionOfTypes(schema: Schema): Schema {
  const { type } = schema;
  if (!Array.isArray(type)) return schema;
  return { anyOf: type.map((each: Type) => (each === "null" ? { type: each } : { ...schema, type: each })) };
}
