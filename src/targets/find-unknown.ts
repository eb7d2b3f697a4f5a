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

const NONE: Since = {};

/**
 * What is set in the claims and `protocol` does not know. Members at their default are taken for not set, but for those
 * of a room configuration where the name alone has the token refused: there, all that is written counts.
 */
export function findUnknown(claims: Claims, protocol: string): Unknown[] {
  const found: Unknown[] = [];
  const strict = isYounger(LENIENT_SINCE, protocol);

  const inObject = (object: object, title: string, path: Path, refused: boolean): void => {
    for (const [name, value] of Object.entries(object)) {
      const shape = getOwn(shapes[title], name);
      if (shape === undefined || value === undefined) continue;
      const since = getOwn(sinces[title], name) ?? NONE;
      const at = [...path, name];
      if (isYounger(since.member, protocol)) {
        if (refused || !isUnset(value)) found.push({ path: at, since: since.member, refused });
      } else if (value !== null) inMember(value, { shape, since, path: at, refused });
    }
  };
  const inMember = (value: unknown, { shape, since, path, refused }: Place): void => {
    for (const [element, at] of elements(value, shape, path)) {
      const brought = typeof element === "string" ? getOwn(since.values, element) : undefined;
      if (isYounger(brought, protocol)) found.push({ path: at, since: brought, refused });
      if (shape.of === undefined || shape.kind === "enum") continue;
      inObject(element as object, shape.of, at, refused || (strict && shapes[shape.of] === shapes.RoomConfiguration));
    }
  };
  inObject(claims, "Claims", [], false);
  return found;
}

interface Place {
  readonly shape: MemberShape;
  readonly since: Since;
  readonly path: Path;
  readonly refused: boolean;
}

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
