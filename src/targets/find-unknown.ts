import { type MemberShape, shapes } from "../../generated/shapes.js";
import { type Since, sinces } from "../../generated/targets.js";
import type { Claims } from "../../generated/types.js";
import { getOwn } from "../json/own.js";
import type { Path } from "../json/path.js";
import { isYounger } from "./protocol-version.js";

/** A member, or the value of an enum, that a release of the protocol does not know. */
export interface Unknown {
  readonly path: Path;
  /** The release of the protocol that brought it. */
  readonly since: string;
  /** Whether a token with it is refused; else it is ignored. */
  readonly refused: boolean;
}

/** From this release on auth/grants.go of the protocol reads a room configuration with DiscardUnknown. */
export const LENIENT_SINCE = "1.45.8";

/** A member or value that came after the oldest release, for all releases at once. */
export interface Young {
  readonly path: Path;
  /** The release of the protocol that brought it. */
  readonly since: string;
  /** The releases that brought what is around it, each of which must be known for it to be looked at. */
  readonly around: readonly string[];
  /** Whether it stands inside the room configuration. */
  readonly inRoomConfig: boolean;
  /** Whether it is at a default, and so counts only where its name does. */
  readonly isUnset: boolean;
}

const NONE: Since = {};

/**
 * What is set in the claims and `protocol` does not know. Members at their default are taken for not set, but for those
 * of a room configuration where the name alone has the token refused: there, all that is written counts.
 */
export function findUnknown(claims: Claims, protocol: string): Unknown[] {
  return unknownTo(protocol, findYoung(claims));
}

/** Those that one release does not know. */
export function unknownTo(protocol: string, young: readonly Young[]): Unknown[] {
  const strict = isYounger(LENIENT_SINCE, protocol);
  const asked = new Map<string, boolean>();
  const isUnknown = (since: string): boolean => {
    const answer = asked.get(since) ?? isYounger(since, protocol);
    asked.set(since, answer);
    return answer;
  };
  return young.flatMap(({ path, since, around, inRoomConfig, isUnset }) => {
    const refused = strict && inRoomConfig;
    if (!isUnknown(since) || around.some(isUnknown) || (isUnset && !refused)) return [];
    return [{ path, since, refused }];
  });
}

/** Whatever in the claims some release may not know. */
export function findYoung(claims: Claims): Young[] {
  const found: Young[] = [];

  const inObject = (object: object, title: string, place: Around): void => {
    for (const [name, value] of Object.entries(object)) {
      const shape = getOwn(shapes[title], name);
      if (shape === undefined || value === undefined) continue;
      const since = getOwn(sinces[title], name) ?? NONE;
      const path = [...place.path, name];
      if (since.member !== undefined) {
        found.push({ ...place, path, since: since.member, isUnset: isUnset(value) });
      }
      if (value === null) continue;
      const around = since.member === undefined ? place.around : [...place.around, since.member];
      inMember(value, shape, since, { ...place, path, around });
    }
  };
  const inMember = (value: unknown, shape: MemberShape, since: Since, place: Around): void => {
    for (const [element, path] of elements(value, shape, place.path)) {
      const brought = typeof element === "string" ? getOwn(since.values, element) : undefined;
      if (brought !== undefined) found.push({ ...place, path, since: brought, isUnset: false });
      if (shape.of === undefined || shape.kind === "enum") continue;
      const inRoomConfig = place.inRoomConfig || shapes[shape.of] === shapes.RoomConfiguration;
      inObject(element as object, shape.of, { ...place, path, inRoomConfig });
    }
  };
  inObject(claims, "Claims", { path: [], around: [], inRoomConfig: false });
  return found;
}

type Around = Pick<Young, "path" | "around" | "inRoomConfig">;

function elements(value: unknown, { many }: MemberShape, path: Path): [element: unknown, path: Path][] {
  if (many === "list") return (value as unknown[]).map((element, index) => [element, [...path, index]]);
  if (many === "map") return Object.entries(value as object).map(([key, element]) => [element, [...path, key]]);
  return [[value, path]];
}

/** false, "", 0, null and what is empty, or holds nothing else: every default that a young member can have. */
function isUnset(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return !value;
  return Object.values(value).every(isUnset);
}
