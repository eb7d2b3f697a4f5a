import { shapes } from "../../generated/shapes.js";
import { isObject, type Json } from "../json/is-object.js";
import { getOwnAt } from "../json/own.js";
import type { Path } from "../json/path.js";
import { spellings } from "../room-config/normalize.js";

/**
 * Where in the payload something stands whose place is told in the schema's spelling: a room configuration may have the
 * names of the .proto file instead.
 */
export function spelledPath(payload: Json, path: Path): Path {
  if (path[0] !== "roomConfig") return path;
  let value: unknown = payload;
  let shape: string | undefined = "Claims";
  return path.map((segment) => {
    const spelled = shape === undefined ? segment : spellingIn(value, segment, shape);
    value = getOwnAt(value, [spelled]);
    // An element of a list is of the shape that the list is of.
    if (typeof segment === "string" && shape !== undefined) shape = shapes[shape]?.[segment]?.of;
    return spelled;
  });
}

function spellingIn(object: unknown, name: string | number, shape: string): string | number {
  if (!isObject(object) || Object.hasOwn(object, name)) return name;
  const names = spellings(shape);
  return Object.keys(object).find((spelling) => names.get(spelling) === name) ?? name;
}
