import { toPointer } from "../../src/json/path.js";
import type { JsonSchema } from "./json-schema.js";
import { type Member, memberOf } from "./member.js";
import type { Model } from "./model.js";
import { SchemaError } from "./schema-error.js";

/**
 * Checks what the emitting stages rely on, so that they fail here with a place and not there without: names that code
 * can write, forms of members that they know, defaults that fit, closed objects, conditions that they carry over.
 *
 * @throws SchemaError at the first fault
 */
export function checkMembers(model: Model): void {
  for (const { file, name, schema } of model.defs.values()) {
    const top = model.roots.includes(name) ? "" : `/$defs/${name}`;
    const fault = (pointer: string, problem: string) => new SchemaError(file, top + pointer, problem);
    if ("else" in schema) throw fault("/else", "is not carried over to the validators; say it with if and then");
    if (schema.type !== "object") continue;
    if (schema.additionalProperties !== false) throw fault("", 'needs "additionalProperties": false');
    for (const required of schema.required ?? []) {
      if (!schema.properties?.[required]) throw fault("/required", `names ${required}, which is no member`);
    }
    for (const member of Object.keys(schema.properties ?? {})) {
      const problem = memberProblem(model, schema, member);
      if (problem !== undefined) throw fault(`/properties${toPointer([member])}`, problem);
    }
  }
}

function memberProblem(model: Model, object: JsonSchema, name: string): string | undefined {
  if (!/^[A-Za-z_]\w*$/.test(name)) return "must have a name of letters, digits and underscores";
  let member: Member;
  try {
    member = memberOf(model, object, name);
  } catch (error) {
    return (error as Error).message;
  }
  return "default" in member.schema && !fits(member, member.schema.default)
    ? "has a default that it cannot have"
    : undefined;
}

/** Lists, maps and objects are empty by default: no stage writes another one. */
function fits({ shape, value, nullable }: Member, given: unknown): boolean {
  if (nullable) return given === null;
  if (shape === "list") return JSON.stringify(given) === "[]";
  if (shape === "map" || value.kind === "object") return JSON.stringify(given) === "{}";
  if (value.kind === "enum") return value.names.includes(given as string);
  return value.kind === "integer" ? Number.isInteger(given) : typeof given === value.kind;
}
