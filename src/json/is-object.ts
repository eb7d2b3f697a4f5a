/** A JSON object, of which nothing is known yet. */
export type Json = Record<string, unknown>;

/** Whether a value is an object of JSON: no array, and not null. */
export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
