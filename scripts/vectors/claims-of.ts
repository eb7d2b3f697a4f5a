import { getOwn } from "../../src/json/own.js";
import { getDef, type Member, type Model } from "../model/model.js";
import type { Json } from "./vector.js";

/**
 * Returns the claims that valid claims read as, with the defaults of the schemas. Only the vectors use it, so that they
 * check the generated builders against other code. A room configuration is unchanged.
 */
export function readAs(model: Model, object: string, written: Json): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  const later: [Member, unknown][] = [];
  for (const member of getDef(model, object).members) {
    const value = getOwn(written, member.name);
    if (member.required || "default" in member.schema) {
      read[member.name] = readMember(model, member, value ?? absent(member, written));
    } else if (value !== undefined) {
      later.push([member, value]);
    }
  }
  // Members without a default come after those that are always there.
  for (const [member, value] of later) read[member.name] = readMember(model, member, value);
  return read;
}

function readMember(model: Model, { shape, value }: Member, written: unknown): unknown {
  const nested = shape === "single" && value.kind === "object" && getDef(model, value.name).origin === "grants";
  return nested ? readAs(model, value.name, written as Json) : written;
}

function absent({ schema, value }: Member, written: Json): unknown {
  const source = schema["x-default-from"];
  const other = typeof source === "string" ? getOwn(written, source) : undefined;
  if (other !== undefined) return other;
  if ("default" in schema) return schema.default;
  // A required member without a default: tokens that are read without verification may lack it.
  return value.kind === "string" ? "" : 0;
}

/** Returns the compact form of the result of {@link readAs}. */
export function compactOf(model: Model, object: string, read: Json): Json {
  const compact: Record<string, unknown> = {};
  for (const member of getDef(model, object).members) {
    const value = getOwn(read, member.name);
    if (value === undefined) continue;
    const short = "default" in member.schema ? compactMember(model, member, value, read) : value;
    if (short !== undefined) compact[member.name] = short;
  }
  // Keeps the order of the full form.
  return Object.fromEntries(Object.keys(read).flatMap((name) => (name in compact ? [[name, compact[name]]] : [])));
}

/** Returns the compact form of a member, or undefined when it is left out. */
function compactMember(
  model: Model,
  { shape, value, nullable, schema }: Member,
  written: unknown,
  siblings: Json,
): unknown {
  if (shape === "single" && value.kind === "object" && !nullable) {
    const members = getDef(model, value.name).members;
    const whole = members.some((member) => member.required);
    if (whole) return isSame(written, readAs(model, value.name, {})) ? undefined : written;
    const short = compactOf(model, value.name, written as Json);
    return isNothing(short) ? undefined : short;
  }
  if (!isSame(written, schema.default)) return written;
  return isNothing(written) || (written === true && isTrueForAll(schema, siblings)) ? undefined : written;
}

/**
 * Whether an absent member is true both for readers that know only defaults and for readers that look at the other
 * member.
 */
function isTrueForAll({ "x-default-from": source }: Member["schema"], siblings: Json): boolean {
  return typeof source !== "string" || getOwn(siblings, source) === true;
}

/** Whether a reader without defaults reads an absent member as this value: false, an empty string, and so on. */
function isNothing(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.keys(value).length === 0;
  return value === false || value === "" || value === null;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
