import { toPointer } from "../../src/json/path.js";
import { pointerOfDef } from "./members.js";
import type { Member, Model } from "./model.js";
import { SchemaError } from "./schema-error.js";

/**
 * Checks what the emitting stages rely on, so that they fail here with a place and not there without: names that code
 * can write, defaults that fit, closed objects, conditions that they carry over.
 *
 * @throws SchemaError at the first fault
 */
export function checkMembers(model: Model): void {
  for (const def of model.defs.values()) {
    const { file, schema, members } = def;
    const top = pointerOfDef(model, def);
    const fault = (pointer: string, problem: string) => new SchemaError(file, top + pointer, problem);
    if ("else" in schema) throw fault("/else", "is not carried over to the validators; say it with if and then");
    if (schema.type !== "object") continue;
    if (schema.additionalProperties !== false) throw fault("", 'needs "additionalProperties": false');
    for (const required of schema.required ?? []) {
      if (!schema.properties?.[required]) throw fault("/required", `names ${required}, which is no member`);
    }
    for (const member of members) {
      const problem = memberProblem(member);
      if (problem !== undefined) throw fault(`/properties${toPointer([member.name])}`, problem);
    }
  }
}

function memberProblem(member: Member): string | undefined {
  const { name, schema } = member;
  if (!/^[A-Za-z_]\w*$/.test(name)) return "must have a name of letters, digits and underscores";
  return "default" in schema && !fits(member, schema.default) ? "has a default that it cannot have" : undefined;
}

/** Lists, maps and objects are empty by default: no stage writes another one. */
function fits({ shape, value, nullable }: Member, given: unknown): boolean {
  if (nullable) return given === null;
  if (shape === "list") return JSON.stringify(given) === "[]";
  if (shape === "map" || value.kind === "object") return JSON.stringify(given) === "{}";
  if (value.kind === "enum") return value.names.includes(given as string);
  return value.kind === "integer" ? Number.isInteger(given) : typeof given === value.kind;
}
