import type { JsonSchema } from "../model/json-schema.js";

const INT32: JsonSchema = { type: "integer", minimum: -(2 ** 31), maximum: 2 ** 31 - 1 };
const UINT32: JsonSchema = { type: "integer", minimum: 0, maximum: 2 ** 32 - 1 };

/** The largest finite float. */
const MAX_FLOAT = (2 - 2 ** -23) * 2 ** 127;

/** The schemas of protobuf's scalar types in protobuf JSON, as far as they are supported. */
export const SCALAR_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  string: { type: "string" },
  bool: { type: "boolean" },
  double: { type: "number" },
  float: { type: "number", minimum: -MAX_FLOAT, maximum: MAX_FLOAT },
  int32: INT32,
  sint32: INT32,
  sfixed32: INT32,
  uint32: UINT32,
  fixed32: UINT32,
};
