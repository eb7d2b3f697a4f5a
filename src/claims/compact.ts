import { fillClaims } from "../../generated/fillers.js";
import type { Claims } from "../../generated/types.js";
import { BareObject } from "../json/bare-object.js";
import { isObject, type Json } from "../json/is-object.js";
import { getOwn } from "../json/own.js";

/**
 * Returns the claims without the members that are at their default. Leaves a member out only if all SDKs read the same rights
 * without it. Some defaults depend on another member: an absent canPublishData is what canPublish says, or else true.
 *
 * An object whose members are all blank by default is left out or kept whole, because the Rust SDK refuses half a sip object.
 */
export function compactClaims(claims: Claims): Json {
  const full = claims as unknown as Json;
  const short = compact(full, read({}));
  return restore(full, short, read(short));
}

/** Returns how claims are read: with the defaults of absent members. */
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

/**
 * Puts back the members that would be read with another value, in their original order.
 *
 * @param reading how `short` is read
 */
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

/** Returns whether every SDK reads an absent member as this default. */
function isDefault(value: unknown): boolean {
  return value === true || isBlank(value);
}

/** Returns whether a value is false, "" or null, or an object or array of such values only. */
function isBlank(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.values(value).every(isBlank);
  return value === false || value === "" || value === null;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
