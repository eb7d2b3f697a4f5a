import type { JsonSchema } from "../model/json-schema.js";

/** The definition that the rule `mapsByName` refers to. */
export const STRING_MAP = {
  title: "StringMap",
  description: "Texts by name.",
  type: "object",
  additionalProperties: { type: "string" },
} as const satisfies JsonSchema;
