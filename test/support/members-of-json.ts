import { toPointer } from "../../src/json/path.js";

type Json = Record<string, unknown>;

/** A member of an object anywhere in a JSON value. */
export interface JsonMember {
  readonly parent: Json;
  readonly name: string;
  readonly pointer: string;
}

/** Returns every member of every object in a JSON value, outermost first. */
export function membersOfJson(value: unknown, path: readonly string[] = []): JsonMember[] {
  if (typeof value !== "object" || value === null) return [];
  const parent = value as Json;
  const own = Array.isArray(value) ? [] : Object.keys(parent);
  return [
    ...own.map((name) => ({
      parent,
      name,
      // Few callers need it, of few members.
      get pointer() {
        return toPointer([...path, name]);
      },
    })),
    ...Object.entries(parent).flatMap(([name, child]) => membersOfJson(child, [...path, name])),
  ];
}
