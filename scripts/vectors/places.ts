import { toPointer } from "../../src/json/path.js";
import { getDef, type Member, type Model } from "../model/model.js";
import type { Json } from "./vector.js";

/** A member, and how it is reached from the root. A number leads into a list. */
export interface Place {
  readonly path: readonly (string | number)[];
  /** The title of the object that it is a member of. */
  readonly object: string;
  readonly member: Member;
}

/** Each member of the claims and of the grants in them, in the order of the schemas. */
export function grantPlaces(model: Model, object = "Claims", path: Place["path"] = []): Place[] {
  return getDef(model, object).members.flatMap((member): Place[] => {
    const place = { path: [...path, member.name], object, member };
    const { value } = member;
    const nested = value.kind === "object" && getDef(model, value.name).origin === "grants";
    return nested ? [place, ...grantPlaces(model, value.name, place.path)] : [place];
  });
}

/**
 * Each member of each message of a room configuration, once, where the message is met first. Members that are
 * deprecated lead nowhere, so that what servers still support is met by other ways.
 */
export function messagePlaces(model: Model): Place[] {
  const reached = new Map<string, Place["path"]>([["RoomConfiguration", ["roomConfig"]]]);
  const places: Place[] = [];
  for (const [object, path] of reached) {
    for (const member of getDef(model, object).members) {
      const place = { path: [...path, member.name], object, member };
      places.push(place);
      const { value, shape, schema } = member;
      if (value.kind !== "object" || reached.has(value.name) || schema.deprecated) continue;
      reached.set(value.name, shape === "list" ? [...place.path, 0] : place.path);
    }
  }
  return places;
}

/** The value with the objects and lists around it that the path leads through. */
export function nest(path: Place["path"], value: unknown): unknown {
  return path.reduceRight((inner, segment) => (typeof segment === "number" ? [inner] : { [segment]: inner }), value);
}

/** {@link nest} for a path that starts with a name. */
export function nestMember(path: Place["path"], value: unknown): Json {
  return nest(path, value) as Json;
}

/** {@link nestMember} with siblings in the innermost object. Those of the claims themselves are of the base payload. */
export function nestBeside(siblings: Json, path: Place["path"], value: unknown): Json {
  const name = path.at(-1);
  if (typeof name === "number" || path.length === 1) return nestMember(path, value);
  return nestMember(path.slice(0, -1), { ...siblings, [String(name)]: value });
}

export function pointerOf(path: Place["path"]): string {
  return toPointer(path);
}

/** "video-roomJoin": part of the id of a vector about the place. */
export function idOf(path: Place["path"]): string {
  return path.join("-");
}

/** "video.roomJoin": how a comment speaks of the place. */
export function nameOf(path: Place["path"]): string {
  return path.reduce<string>((name, segment) => {
    if (typeof segment === "number") return `${name}[${segment}]`;
    return name === "" ? segment : `${name}.${segment}`;
  }, "");
}
