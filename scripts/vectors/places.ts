import { toPointer } from "../../src/json/path.js";
import { getDef, type Member, type Model } from "../model/model.js";
import type { Json } from "./vector.js";

/** A member and its path from the root. A number is an index of a list. */
export interface Place {
  readonly path: readonly (string | number)[];
  /** The title of the object that has the member. */
  readonly object: string;
  readonly member: Member;
}

/** Returns each member of the claims and of their grants, in schema order. */
export function grantPlaces(model: Model, object = "Claims", path: Place["path"] = []): Place[] {
  return getDef(model, object).members.flatMap((member): Place[] => {
    const place = { path: [...path, member.name], object, member };
    const { value } = member;
    const nested = value.kind === "object" && getDef(model, value.name).origin === "grants";
    return nested ? [place, ...grantPlaces(model, value.name, place.path)] : [place];
  });
}

/**
 * Returns each member of each message of a room configuration, at the first place of the message. Deprecated members
 * are not followed, so that messages that servers still support are reached by another path.
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

/** Wraps a value in the objects and lists of a path. */
export function nest(path: Place["path"], value: unknown): unknown {
  return path.reduceRight((inner, segment) => (typeof segment === "number" ? [inner] : { [segment]: inner }), value);
}

/** Wraps a value as {@link nest} does, for a path that starts with a name. */
export function nestMember(path: Place["path"], value: unknown): Json {
  return nest(path, value) as Json;
}

/**
 * Wraps a value as {@link nestMember} does, and adds siblings to the innermost object. Claims get no siblings: the
 * base payload has them.
 */
export function nestBeside(siblings: Json, path: Place["path"], value: unknown): Json {
  const name = path.at(-1);
  if (typeof name === "number" || path.length === 1) return nestMember(path, value);
  return nestMember(path.slice(0, -1), { ...siblings, [String(name)]: value });
}

export function pointerOf(path: Place["path"]): string {
  return toPointer(path);
}

/** Returns the part of a vector's id for a place: "video-roomJoin". */
export function idOf(path: Place["path"]): string {
  return path.join("-");
}

/** Returns the words of a comment for a place: "video.roomJoin". */
export function nameOf(path: Place["path"]): string {
  return path.reduce<string>((name, segment) => {
    if (typeof segment === "number") return `${name}[${segment}]`;
    return name === "" ? segment : `${name}.${segment}`;
  }, "");
}
