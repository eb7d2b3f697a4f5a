/** A JSON object with unknown members. */
export type Json = Record<string, unknown>;

/** Returns whether a value is an object, and neither an array nor null. */
export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
