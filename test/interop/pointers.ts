import type { ClaimsInit } from "../../src/index.js";

type Json = Record<string, unknown>;

/** Returns the value at a JSON pointer into claims. */
export function valueAt(claims: object, pointer: string): unknown {
  return namesOf(pointer).reduce<unknown>((value, name) => (value as Json | undefined)?.[name], claims);
}

/** Returns a copy of claims with a member set, and with the objects around it. */
export function withValue(claims: ClaimsInit, pointer: string, value: unknown): ClaimsInit {
  const copy = structuredClone(claims) as Json;
  const parents = namesOf(pointer);
  const last = parents.pop() as string;
  let parent = copy;
  for (const name of parents) {
    parent[name] ??= {};
    parent = parent[name] as Json;
  }
  parent[last] = value;
  return copy;
}

/** Returns a copy of claims without the members at the pointers. */
export function without(claims: ClaimsInit, pointers: readonly string[]): ClaimsInit {
  const copy = structuredClone(claims) as Json;
  for (const pointer of pointers) {
    const parent = valueAt(copy, pointer.slice(0, pointer.lastIndexOf("/")));
    if (parent !== undefined) delete (parent as Json)[namesOf(pointer).at(-1) as string];
  }
  return copy;
}

/** No name in the schemas needs the escapes of JSON pointers. */
function namesOf(pointer: string): string[] {
  return pointer.split("/").slice(1);
}
