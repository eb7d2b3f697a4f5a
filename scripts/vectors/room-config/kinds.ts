import type { Member, Model } from "../../model/model.js";
import { type Draft, invalidClaims } from "../draft.js";
import { idOf, messagePlaces, nameOf, nestMember, type Place, pointerOf } from "../places.js";
import { jsonType, typeWord, wrongValues } from "../samples.js";

/**
 * Returns vectors for wrong JSON types in a room configuration. The first member of each kind has all wrong types,
 * since separate code reads each kind. Every other member has only the wrong type that a decoder accepts most
 * easily.
 */
export function kindDrafts(model: Model): Draft[] {
  const seen = new Set<string>();
  const drafts = messagePlaces(model).flatMap(({ path, member }) => {
    const types = wrongTypes(member);
    const kind = kindOf(member);
    const first = !seen.has(kind);
    seen.add(kind);
    const whole = (first ? types : types.slice(0, 1)).map(([type, value]) => wrong(path, type, value));
    if (member.shape === "single" || !first) return whole;
    const step = member.shape === "list" ? 0 : "key";
    const elements = wrongValues(jsonType(member, true)).map(([type, value]) => wrong([...path, step], type, value));
    return [...whole, ...elements];
  });
  const roots = wrongValues("object").filter(([type]) => type !== "null");
  return [...roots.map(([type, value]) => wrong(["roomConfig"], type, value)), ...drafts];
}

function kindOf({ shape, value, schema }: Member): string {
  return `${shape} ${value.kind} ${schema.minimum}`;
}

const LIKELY: Readonly<Record<string, string>> = {
  boolean: "string",
  string: "number",
  array: "object",
  object: "array",
};

/** Returns values of wrong types. Leaves out null, which means absent here, and for enums numbers, which are valid. */
function wrongTypes(member: Member): [string, unknown][] {
  const type = jsonType(member);
  const likely = LIKELY[type] ?? "boolean";
  const rank = ([name]: [string, unknown]) => (name === likely ? 0 : 1);
  const valid = member.shape === "single" && member.value.kind === "enum" ? ["null", "number"] : ["null"];
  const types = wrongValues(type).filter(([name]) => !valid.includes(name));
  return types.sort((a, b) => rank(a) - rank(b));
}

function wrong(path: Place["path"], type: string, value: unknown): Draft {
  return {
    id: `type-${idOf(path)}-${type}`,
    comment: `${nameOf(path)} is ${typeWord(type)}`,
    flags: ["WrongType"],
    row: "room-config-kind",
    payload: nestMember(path, value),
    fault: invalidClaims(pointerOf(path)),
  };
}
