import { toPointer } from "../../src/json/path.js";
import { pointerOfDef } from "./members.js";
import type { Member, Model } from "./model.js";
import { SchemaError } from "./schema-error.js";

/**
 * Checks the assumptions of the emitting stages, so that a violation is reported here with its place: names that are
 * identifiers, supported defaults, closed objects, supported conditions.
 *
 * @throws SchemaError for the first fault
 */
export function checkMembers(model: Model): void {
  for (const def of model.defs.values()) {
    const { file, schema, members } = def;
    const top = pointerOfDef(model, def);
    const fault = (pointer: string, problem: string) => new SchemaError(file, top + pointer, problem);
    if ("else" in schema) throw fault("/else", "is not supported; use if and then");
    if (schema.type !== "object") continue;
    if (schema.additionalProperties !== false) throw fault("", 'must have "additionalProperties": false');
    for (const required of schema.required ?? []) {
      if (!schema.properties?.[required])
        throw fault("/required", `lists ${required}, which is not a member; add the member or remove the name`);
    }
    for (const member of members) {
      const problem = memberProblem(member);
      if (problem !== undefined) throw fault(`/properties${toPointer([member.name])}`, problem);
    }
  }
}

function memberProblem(member: Member): string | undefined {
  const { name, schema } = member;
  if (!/^[A-Za-z_]\w*$/.test(name))
    return "must have a name of letters, digits and underscores that does not start with a digit";
  if (!("default" in schema) || isSupportedDefault(member, schema.default)) return undefined;
  return "must have a default of its type: null if it may be null; empty for a list, map or object";
}

/** Whether a stage can emit a default. Lists, maps and objects are always empty by default. */
function isSupportedDefault({ shape, value, nullable }: Member, written: unknown): boolean {
  if (nullable) return written === null;
  if (shape === "list") return JSON.stringify(written) === "[]";
  if (shape === "map" || value.kind === "object") return JSON.stringify(written) === "{}";
  if (value.kind === "enum") return value.names.includes(written as string);
  return value.kind === "integer" ? Number.isInteger(written) : typeof written === value.kind;
}
