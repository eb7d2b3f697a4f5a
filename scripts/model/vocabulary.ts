import { isProtocolVersion } from "../../src/targets/protocol-version.js";
import { isSchemaObject, type JsonSchema } from "./json-schema.js";

/**
 * What our own keywords may hold; a check gives the problem, or undefined. schema/README.md documents them.
 * `parent` is the object schema that the member with the keyword stands in.
 */
type Check = (value: unknown, schema: JsonSchema, parent: JsonSchema | undefined) => string | undefined;

/** load-history.ts adds these when the files are checked already. */
const joined: Check = () => "is joined from schema/protocol/ when loading; take it out here";

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
      : "must give each member of enum its number, in the same order",
  "x-method": (value, _schema, parent) =>
    parent?.title === "Claims" && typeof value === "string" && /^[A-Z]\w*$/.test(value)
      ? undefined
      : 'must name the methods of a claim after "with" and "add", such as "Identity"',
  "x-protocol": (value) =>
    typeof value === "string" && isProtocolVersion(value) ? undefined : "must be a version such as 1.52.1",
  "x-version": () => "is written into the bundles; take it out here",
  "x-since": joined,
  "x-values-since": joined,
};

/** The keywords of JSON Schema 2020-12 that the schemas use. Another one is taken for a slip of the pen. */
export const STANDARD: ReadonlySet<string> = new Set([
  ...["$schema", "$id", "$ref", "$defs", "$comment", "title", "description", "default", "deprecated", "examples"],
  ...["type", "enum", "const", "properties", "required", "additionalProperties", "items"],
  ...["minLength", "minimum", "maximum", "allOf", "anyOf", "oneOf", "not", "if", "then", "else"],
]);
