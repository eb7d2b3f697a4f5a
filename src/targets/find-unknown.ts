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
  /** The reason, to follow the place: "is known since protocol 1.45.2". */
  readonly reason: string;
  /** Whether a token with it is refused. Otherwise it is ignored. */
  readonly refused: boolean;
}

/** The first release in which auth/grants.go of the protocol reads a room configuration with DiscardUnknown. */
export const LENIENT_SINCE = "1.45.8";

/**
 * The commit, before 1.51.0, since which auth/verifier.go of the protocol requires an expiry
 * (livekit/protocol#1706).
 */
export const EXP_SINCE = "1.50.5-0.20260810040335";

/** A place in the claims that some releases do not read as written. */
export interface Young {
  readonly path: Path;
  /** The first release that knows it, has its type, or requires it. */
  readonly since: string;
  /**
   * Releases that the place depends on, such as those that brought the objects around it. An older target is not
   * asked about it.
   */
  readonly around: readonly string[];
  /** Whether it is inside the room configuration. */
  readonly inRoomConfig: boolean;
  /** Whether it is at its default, so that only its name can matter. */
  readonly isUnset: boolean;
  /** The earlier type, which the value does not fit. */
  readonly was?: string;
  /** Set when the claim is absent. */
  readonly isMissing?: true;
}

const NONE: Since = {};

/**
 * Returns the places in the claims that a protocol release does not know. Members at their default count as not set,
 * except in a room configuration whose unknown names get the token refused. Members that had another type then, and
 * a value that does not fit it, are refused. So is a missing exp by later releases.
 *
 * @param table the releases that brought members, values and types
 */
export function findUnknown(claims: Claims, protocol: string, table = sinces): Unknown[] {
  return unknownTo(protocol, findYoung(claims, table));
}

/** Returns the places that one release does not know. */
export function unknownTo(protocol: string, young: readonly Young[]): Unknown[] {
  const strict = isYounger(LENIENT_SINCE, protocol);
  const asked = new Map<string, boolean>();
  const isUnknown = (since: string): boolean => {
    const answer = asked.get(since) ?? isYounger(since, protocol);
    asked.set(since, answer);
    return answer;
  };
  return young.flatMap((each) => {
    const { path, since, around, inRoomConfig, isUnset, was, isMissing = false } = each;
    const refused = isMissing || was !== undefined || (strict && inRoomConfig);
    if (isUnknown(since) === isMissing || around.some(isUnknown) || (isUnset && !refused)) return [];
    return [{ path, reason: reasonOf(each), refused }];
  });
}

function reasonOf({ since, was, isMissing }: Young): string {
  if (isMissing) return "must be set since protocol 1.51.0";
  if (was === undefined) return `is known since protocol ${since}`;
  return `is read as ${was} before protocol ${since}, which it is not`;
}

/** Returns the places in the claims that any release does not read as written. */
export function findYoung(claims: Claims, table = sinces): Young[] {
  const root = { path: [], around: [], inRoomConfig: false };
  const found: Young[] = [];
  if ((claims.exp ?? undefined) === undefined) {
    found.push({ ...root, path: ["exp"], since: EXP_SINCE, isUnset: false, isMissing: true });
  }

  const inObject = (object: object, title: string, place: Around): void => {
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
  const inMember = (value: unknown, shape: MemberShape, since: Since, place: Around): void => {
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

type Around = Pick<Young, "path" | "around" | "inRoomConfig">;

/** Returns the earlier types of a member that its value does not fit, each up to the release that changed it. */
function retyped(value: unknown, { types = {} }: Since, place: Around): Young[] {
  return Object.entries(types).flatMap(([since, was], index, all) => {
    if (fitsType(value, was)) return [];
    const before = all[index - 1]?.[0];
    const around = before === undefined ? place.around : [...place.around, before];
    return [{ ...place, since, around, was, isUnset: false }];
  });
}

function elements(value: unknown, { many }: MemberShape, path: Path): [element: unknown, path: Path][] {
  if (many === undefined) return [[value, path]];
  // Of lists too, of which Object.entries passes over the holes.
  return Object.entries(value as object).map(([key, element]) => [
    element,
    [...path, many === "list" ? Number(key) : key],
  ]);
}

/**
 * Whether a value is false, "", 0, null or empty, or holds nothing else. These are all defaults that a young member
 * can have.
 */
function isUnset(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return !value;
  return Object.values(value).every(isUnset);
}
