import { type MemberShape, type Shape, shapes } from "../../generated/shapes.js";
import { foldCase } from "../json/fold.js";
import { isObject, type Json } from "../json/is-object.js";
import { getOwn } from "../json/own.js";
import type { Path } from "../json/path.js";
import { setMember } from "../json/set-member.js";

/** A payload as servers read it. */
export interface ServedPayload {
  readonly payload: Json;
  /** Whether it differs from the payload as it is. */
  readonly isChanged: boolean;
  /** Where the nulls are. */
  readonly nulls: readonly Path[];
}

/**
 * Leaves out claims and members of grants that are null, puts "" for null in a list or a map of texts, and takes names in
 * another case for those of the schema, as Go's encoding/json does. The room configuration is read by other rules, and stays.
 */
export function asServersRead(payload: Json): ServedPayload {
  const nulls: Path[] = [];
  let isRenamed = false;
  const copy = (object: Json, shape: Shape | undefined, path: Path): Json => {
    const result: Json = {};
    for (const [spelling, value] of Object.entries(object)) {
      const name = nameIn(shape, spelling);
      isRenamed ||= name !== spelling;
      const member = getOwn(shape, name);
      const at = [...path, spelling];
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
  const served = copy(payload, shapes.Claims, []);
  return { payload: served, nulls, isChanged: isRenamed || nulls.length > 0 };
}

/** The name that a shape has for a spelling that differs only in case. */
function nameIn(shape: Shape | undefined, spelling: string): string {
  if (shape === undefined || Object.hasOwn(shape, spelling) || spelling.length > LONGEST_NAME) return spelling;
  const folded = foldCase(spelling);
  return Object.keys(shape).find((name) => name.length === spelling.length && foldCase(name) === folded) ?? spelling;
}

/** Longer ones are no names of the schema. */
const LONGEST_NAME = 64;
