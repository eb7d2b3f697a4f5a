import { type MemberShape, type Shape, shapes } from "../../generated/shapes.js";
import { isObject } from "../json/is-object.js";
import { isAtDefault } from "./build.js";
import { enumNumbers } from "./enums.js";

/**
 * Returns whether a room configuration is written in canonical form: normalizing it reports nothing, and neither that nor
 * building changes it. Its values may still have wrong types, for the validator to report. False for some rare ones that are
 * canonical: those with a oneof.
 */
export function isCanonical(roomConfig: unknown): boolean {
  return isMessage(roomConfig, shapes.RoomConfiguration as Shape);
}

function isMessage(value: unknown, shape: Shape): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let next = 0;
  for (const name of Object.keys(shape)) {
    if (name !== names[next]) continue;
    const member = shape[name] as MemberShape;
    if (!isMember(value[name], member)) return false;
    next++;
  }
  return next === names.length;
}

function isMember(value: unknown, member: MemberShape): boolean {
  const { many, oneof } = member;
  if (value === null || oneof !== undefined || isAtDefault(value, member)) return false;
  if (many === undefined) return isValue(value, member);
  if (many === "list") return Array.isArray(value) && value.every((element) => isValue(element, member));
  return isObject(value) && Object.values(value).every((element) => isValue(element, member));
}

function isValue(value: unknown, { kind, of }: MemberShape): boolean {
  if (kind === "enum") return typeof value === "string" && Object.hasOwn(enumNumbers(of as string), value);
  if (of !== undefined) return isMessage(value, shapes[of] as Shape);
  return kind === undefined || kind === "boolean" || typeof value === "number";
}
