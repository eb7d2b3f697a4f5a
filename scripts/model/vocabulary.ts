import { isProtocolVersion } from "../../src/targets/protocol-version.js";
import { isSchemaObject, type JsonSchema } from "./json-schema.js";

/**
 * Checks the value of one of our own keywords, which schema/README.md documents. Returns the problem, or undefined.
 * `parent` is the object schema that contains the member with the keyword.
 */
type Check = (value: unknown, schema: JsonSchema, parent: JsonSchema | undefined) => string | undefined;

/** Rejects keywords that join-history.ts adds after this check. */
const joined: Check = () => "is added from schema/protocol/ when loading; remove it here";

export const VOCABULARY: Readonly<Record<string, Check>> = {
  "x-secret": (value) => (value === "refuse" || value === "warn" ? undefined : 'must be "refuse" or "warn"'),
  "x-default-from": (value, schema, parent) => {
    const source = parent?.properties?.[String(value)];
    return isSchemaObject(source) && source !== schema && "default" in source
      ? undefined
      : "must name a sibling that has a default";
  },
  "x-proto-name": (value) => (typeof value === "string" && value !== "" ? undefined : "must be a non-empty string"),
  "x-oneof": (value) => (typeof value === "string" && value !== "" ? undefined : "must be a non-empty string"),
  "x-enum-numbers": (value, schema) =>
    isSchemaObject(value) &&
    JSON.stringify(Object.keys(value)) === JSON.stringify(schema.enum) &&
    Object.values(value).every(Number.isInteger)
      ? undefined
      : "must have a number for each value of enum, in the same order",
  "x-method": (value, _schema, parent) =>
    parent?.title === "Claims" && typeof value === "string" && /^[A-Z]\w*$/.test(value)
      ? undefined
      : 'must be on a claim, and name its methods without "with" or "add": "Identity"',
  "x-protocol": (value) =>
    typeof value === "string" && isProtocolVersion(value) ? undefined : "must be a version such as 1.52.1",
  "x-version": () => "is written into the bundles; remove it here",
  "x-since": joined,
  "x-values-since": joined,
};

/** The keywords of JSON Schema 2020-12 that the schemas use. Any other one is taken for a typing error. */
export const STANDARD: ReadonlySet<string> = new Set([
  ...["$schema", "$id", "$ref", "$defs", "$comment", "title", "description", "default", "deprecated", "examples"],
  ...["type", "enum", "const", "properties", "required", "additionalProperties", "items"],
  ...["minLength", "minimum", "maximum", "allOf", "anyOf", "oneOf", "not", "if", "then", "else"],
]);
