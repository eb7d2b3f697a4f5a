import { type MemberShape, shapes } from "../../generated/shapes.js";
import { type Since, sinces } from "../../generated/targets.js";
import type { Claims } from "../../generated/types.js";
import { getOwn } from "../json/own.js";
import type { Path } from "../json/path.js";
import { fitsType } from "./fits-type.js";
import { isYounger } from "./protocol-version.js";

/** A place in the claims that a release of the protocol does not read as written. */
export interface Unknown {
  readonly path: Path;
  /** The reason, worded to follow the path: "requires protocol 1.45.2 or newer". */
  readonly reason: string;
  /** Whether the token is refused for it. Otherwise the place is ignored. */
  readonly refused: boolean;
}

/** The first release whose auth/grants.go reads a room configuration with DiscardUnknown, and so ignores unknown members. */
export const LENIENT_SINCE = "1.45.8";

/**
 * The first commit whose auth/verifier.go requires an expiry (livekit/protocol#1706). The next release is 1.51.0.
 */
export const EXP_SINCE = "1.50.5-0.20260810040335";

/** A place in the claims that some releases, not all, do not read as written. */
export interface Young {
  readonly path: Path;
  /** The first release that knows the place, has its type, or requires it. */
  readonly since: string;
  /**
   * The releases that the place depends on, such as those that added the objects around it. For an older release, those
   * objects are reported and the place is not.
   */
  readonly around: readonly string[];
  /** Whether the place is inside the room configuration. */
  readonly inRoomConfig: boolean;
  /** Whether the value is the default, so that only the name can matter. */
  readonly isUnset: boolean;
  /** The type before `since`, which the value does not have. Absent if the type is not the problem. */
  readonly was?: string;
  /** Set if the claim is absent, and `since` requires it. */
  readonly isMissing?: true;
}

const NONE: Since = {};

/**
 * Returns the places in the claims that a protocol release does not read as written:
 *
 * - A member or enum value that the release does not know. A member at its default does not count, except in a room
 *   configuration, if the release refuses a token for unknown names in it.
 * - A value that does not have the type that its member had in the release. The token is refused.
 * - An absent `exp`, if the release requires it. The token is refused.
 *
 * @param protocol a version of the protocol: "1.43.4"
 * @param table the releases that added or changed members, values and types
 */
export function findUnknown(claims: Claims, protocol: string, table = sinces): Unknown[] {
  return unknownTo(protocol, findYoung(claims, table));
}

/** Selects the places that one release does not read as written from the result of {@link findYoung}. */
export function unknownTo(protocol: string, young: readonly Young[]): Unknown[] {
  const strict = isYounger(LENIENT_SINCE, protocol);
  const answers = new Map<string, boolean>();
  const isLater = (since: string): boolean => {
    const later = answers.get(since) ?? isYounger(since, protocol);
    answers.set(since, later);
    return later;
  };
  return young.flatMap((each) => {
    const { path, since, around, inRoomConfig, isUnset, was, isMissing = false } = each;
    const refused = isMissing || was !== undefined || (strict && inRoomConfig);
    if (isLater(since) === isMissing || around.some(isLater) || (isUnset && !refused)) return [];
    return [{ path, reason: reasonOf(each), refused }];
  });
}

function reasonOf({ since, was, isMissing }: Young): string {
  if (isMissing) return "must be set since protocol 1.51.0";
  if (was === undefined) return `requires protocol ${since} or newer`;
  return `must be ${was} for protocol releases before ${since}`;
}

/** Returns the places in the claims that at least one release does not read as written. */
export function findYoung(claims: Claims, table = sinces): Young[] {
  const root = { path: [], around: [], inRoomConfig: false };
  const found: Young[] = [];
  if ((getOwn(claims, "exp") ?? undefined) === undefined) {
    found.push({ ...root, path: ["exp"], since: EXP_SINCE, isUnset: false, isMissing: true });
  }

  const inObject = (object: object, title: string, place: Place): void => {
    for (const [name, value] of Object.entries(object)) {
      const shape = getOwn(shapes[title], name);
      if (shape === undefined || value === undefined) continue;
      const since = getOwn(table[title], name) ?? NONE;
      const path = [...place.path, name];
      if (since.member !== undefined) {
        found.push({ ...place, path, since: since.member, isUnset: isUnset(value) });
      }
      if (value === null) continue;
      const around = since.member === undefined ? place.around : [...place.around, since.member];
      found.push(...retyped(value, since, { ...place, path, around }));
      inMember(value, shape, since, { ...place, path, around });
    }
  };
  const inMember = (value: unknown, shape: MemberShape, since: Since, place: Place): void => {
    for (const [element, path] of elements(value, shape, place.path)) {
      const brought = typeof element === "string" ? getOwn(since.values, element) : undefined;
      if (brought !== undefined) found.push({ ...place, path, since: brought, isUnset: false });
      if (shape.of === undefined || shape.kind === "enum") continue;
      const inRoomConfig = place.inRoomConfig || shapes[shape.of] === shapes.RoomConfiguration;
      inObject(element as object, shape.of, { ...place, path, inRoomConfig });
    }
  };
  inObject(claims, "Claims", root);
  return found;
}

/** The part of {@link Young} that is passed down while the claims are walked. */
type Place = Pick<Young, "path" | "around" | "inRoomConfig">;

/** Returns the value of a member once for each earlier type that it does not have, with the release that ended that type. */
function retyped(value: unknown, { types = {} }: Since, place: Place): Young[] {
  return Object.entries(types).flatMap(([since, was], index, all) => {
    if (fitsType(value, was)) return [];
    const before = all[index - 1]?.[0];
    const around = before === undefined ? place.around : [...place.around, before];
    return [{ ...place, since, around, was, isUnset: false }];
  });
}

/** Returns the elements of a list or map with their paths. For any other member, returns its value. */
function elements(value: unknown, { many }: MemberShape, path: Path): [element: unknown, path: Path][] {
  if (many === undefined) return [[value, path]];
  // Object.entries also for lists, because it skips their holes.
  return Object.entries(value as object).map(([key, element]) => [
    element,
    [...path, many === "list" ? Number(key) : key],
  ]);
}

/**
 * Returns whether a value is false, "", 0, null or empty, or contains only such values. These are the only defaults that
 * members of the table have.
 */
function isUnset(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return !value;
  return Object.values(value).every(isUnset);
}
