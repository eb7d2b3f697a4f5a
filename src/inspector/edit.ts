import { isObject, type Json } from "../json/is-object.js";
import type { Path } from "../json/path.js";

/**
 * Returns a copy of a value with the member or element at a path set, or removed where the new value is undefined. Objects
 * and lists on the way are made; those that a removal leaves empty are removed too, but for the root.
 */
export function editAt(root: Json, path: Path, value: unknown): Json {
  return (edit(root, path, value) as Json | undefined) ?? {};
}

function edit(node: unknown, [segment, ...rest]: Path, value: unknown): unknown {
  if (segment === undefined) return value;
  if (typeof segment === "number") {
    const list = Array.isArray(node) ? [...node] : [];
    const next = edit(list[segment], rest, value);
    if (next === undefined) list.splice(segment, 1);
    else list[segment] = next;
    return list.length === 0 ? undefined : list;
  }
  const { [segment]: old, ...others } = isObject(node) ? node : {};
  const next = edit(old, rest, value);
  if (next !== undefined)
    return isObject(node) && segment in node ? { ...node, [segment]: next } : { ...others, [segment]: next };
  return Object.keys(others).length === 0 ? undefined : others;
}
