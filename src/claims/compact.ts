import { fillClaims } from "../../generated/fillers.js";
import type { Claims } from "../../generated/types.js";
import { isObject, type Json } from "../json/is-object.js";

/**
 * The claims without the members whose default is false, "", [], {} or null and that are at it. They read back the same.
 * An object of such members alone is left out or whole, since verifiers of the Rust SDK refuse half a sip object.
 */
export function compactClaims(claims: Claims): Json {
  return compact(claims as unknown as Json, fillClaims({}) as unknown as Json);
}

function compact(built: Json, defaults: Json): Json {
  const result: Json = {};
  for (const [name, value] of Object.entries(built)) {
    const absent = defaults[name];
    if (isBlank(absent)) {
      if (JSON.stringify(value) !== JSON.stringify(absent)) result[name] = value;
    } else {
      result[name] = isObject(absent) ? compact(value as Json, absent) : value;
    }
  }
  return result;
}

function isBlank(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.values(value).every(isBlank);
  return value === false || value === "" || value === null;
}
