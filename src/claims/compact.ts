import { fillClaims } from "../../generated/fillers.js";
import type { Claims } from "../../generated/types.js";
import { BareObject } from "../json/bare-object.js";
import { isObject, type Json } from "../json/is-object.js";
import { getOwn } from "../json/own.js";

/**
 * The claims without the members that are at their default, as long as all SDKs read an absent one to the same rights: some
 * by the default alone, others by another member (an absent canPublishData is true, or what canPublish says). An object of
 * members that are all blank by default is left out or whole, since verifiers of the Rust SDK refuse half a sip object.
 */
export function compactClaims(claims: Claims): Json {
  const full = claims as unknown as Json;
  const short = compact(full, read({}));
  return restore(full, short, read(short));
}

/** Claims as they read where members are absent. */
function read(init: Json): Json {
  return fillClaims(Object.assign(new BareObject(), init)) as unknown as Json;
}

function compact(built: Json, defaults: Json): Json {
  const result: Json = new BareObject();
  for (const [name, value] of Object.entries(built)) {
    const absent = getOwn(defaults, name);
    if (isObject(absent) && !isBlank(absent)) {
      const short = compact(value as Json, absent);
      if (Object.keys(short).length > 0) result[name] = short;
    } else if (!isDefault(absent) || !isSame(value, absent)) result[name] = value;
  }
  return result;
}

/** Puts back what would read otherwise, in its place in the order. */
function restore(full: Json, short: Json, reading: Json): Json {
  const result: Json = new BareObject();
  for (const [name, value] of Object.entries(full)) {
    const kept = short[name];
    if (isObject(kept) && isObject(reading[name]) && !isSame(kept, value)) {
      result[name] = restore(value as Json, kept, reading[name]);
    } else if (name in short || !isSame(getOwn(reading, name), value)) {
      result[name] = value;
    }
  }
  return result;
}

/** Whether the default is one that every SDK has for a member that is absent. */
function isDefault(value: unknown): boolean {
  return value === true || isBlank(value);
}

function isBlank(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.values(value).every(isBlank);
  return value === false || value === "" || value === null;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
