import { getOwn } from "../../src/json/own.js";
import { getDef, type Member, type Model } from "../model/model.js";
import type { Json } from "./vector.js";

/**
 * What valid claims read, by the defaults of the schemas. Written for the vectors alone, so that what the generated
 * builders do is held against something else. A room configuration is taken as it is.
 */
export function readAs(model: Model, object: string, given: Json): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  const later: [Member, unknown][] = [];
  for (const member of getDef(model, object).members) {
    const value = getOwn(given, member.name);
    if (member.required || "default" in member.schema) {
      read[member.name] = readMember(model, member, value ?? absent(member, given));
    } else if (value !== undefined) {
      later.push([member, value]);
    }
  }
  // Members without a default come after those that are always there.
  for (const [member, value] of later) read[member.name] = readMember(model, member, value);
  return read;
}

function readMember(model: Model, { shape, value }: Member, given: unknown): unknown {
  const nested = shape === "single" && value.kind === "object" && getDef(model, value.name).origin === "grants";
  return nested ? readAs(model, value.name, given as Json) : given;
}

function absent({ schema, value }: Member, given: Json): unknown {
  const source = schema["x-default-from"];
  const other = typeof source === "string" ? getOwn(given, source) : undefined;
  if (other !== undefined) return other;
  if ("default" in schema) return schema.default;
  // A required member of a token that is read without being verified.
  return value.kind === "string" ? "" : 0;
}

/** The compact form of what {@link readAs} gives. */
export function compactOf(model: Model, object: string, read: Json): Json {
  const compact: Record<string, unknown> = {};
  for (const member of getDef(model, object).members) {
    const value = getOwn(read, member.name);
    if (value === undefined) continue;
    const short = "default" in member.schema ? compactMember(model, member, value, read) : value;
    if (short !== undefined) compact[member.name] = short;
  }
  // In the order of the full form.
  return Object.fromEntries(Object.keys(read).flatMap((name) => (name in compact ? [[name, compact[name]]] : [])));
}

/** Undefined for what the compact form leaves out. */
function compactMember(
  model: Model,
  { shape, value, nullable, schema }: Member,
  given: unknown,
  siblings: Json,
): unknown {
  if (shape === "single" && value.kind === "object" && !nullable) {
    const members = getDef(model, value.name).members;
    const whole = members.some((member) => member.required);
    if (whole) return isSame(given, readAs(model, value.name, {})) ? undefined : given;
    const short = compactOf(model, value.name, given as Json);
    return isNothing(short) ? undefined : short;
  }
  if (!isSame(given, schema.default)) return given;
  return isNothing(given) || (given === true && isTrueToAll(schema, siblings)) ? undefined : given;
}

/** Whether readers that know defaults and no more take its absence for true, and those that ask a sibling too. */
function isTrueToAll({ "x-default-from": source }: Member["schema"], siblings: Json): boolean {
  return typeof source !== "string" || getOwn(siblings, source) === true;
}

/** Whether a reader that knows no defaults takes its absence for the same: false, the empty text, and so on. */
function isNothing(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.keys(value).length === 0;
  return value === false || value === "" || value === null;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
