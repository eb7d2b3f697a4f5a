import { type MemberShape, type Shape, shapes } from "../../generated/shapes.js";
import { isObject, type Json } from "../json/is-object.js";
import { getOwn } from "../json/own.js";
import type { Path } from "../json/path.js";
import { setMember } from "../json/set-member.js";

/** A payload without its nulls, as servers read it. */
export interface WithoutNulls {
  readonly payload: Json;
  /** Where the nulls are. */
  readonly nulls: readonly Path[];
}

/**
 * Leaves out claims and members of grants that are null, and puts "" for null in a list or a map of texts: Go's encoding/json
 * leaves at its zero value what is null. The room configuration is read by other rules, and stays.
 */
export function withoutNulls(payload: Json): WithoutNulls {
  const nulls: Path[] = [];
  const copy = (object: Json, shape: Shape | undefined, path: Path): Json => {
    const result: Json = {};
    for (const [name, value] of Object.entries(object)) {
      const member = getOwn(shape, name);
      const at = [...path, name];
      if (value === null && member !== undefined && member.of !== "RoomConfiguration") nulls.push(at);
      else setMember(result, name, member === undefined ? value : inMember(value, member, at));
    }
    return result;
  };
  const inMember = (value: unknown, { of, many }: MemberShape, path: Path): unknown => {
    if (of === "RoomConfiguration") return value;
    if (many === "list") return Array.isArray(value) ? value.map((element, at) => text(element, [...path, at])) : value;
    if (!isObject(value)) return value;
    if (many === "map") {
      return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, text(element, [...path, key])]));
    }
    return of === undefined ? value : copy(value, shapes[of], path);
  };
  const text = (element: unknown, path: Path): unknown => {
    if (element !== null) return element;
    nulls.push(path);
    return "";
  };
  return { payload: copy(payload, shapes.Claims, []), nulls };
}
