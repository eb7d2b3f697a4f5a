import { type MemberShape, type Shape, shapes } from "../../generated/shapes.js";
import type { Path } from "../json/path.js";
import { spellings } from "./normalize.js";

/**
 * The places in a room configuration, valid or not and in any spelling, that the schema marks: with `"x-secret": "refuse"`
 * what must not reach a client, with "warn" what should not; at any depth, and each element of a list. A token is signed, not
 * encrypted: whoever holds it reads them.
 */
export function findSecrets(roomConfig: object, mark: "refuse" | "warn"): Path[] {
  return find(
    roomConfig,
    ROOT,
    ["roomConfig"],
    (value, { secret }) => secret === mark && value !== "" && value !== null,
  );
}

/** A scheme, and an @ before the path: `https://user:password@host`. Space in front is skipped as parsers of URLs do. */
const USER_INFO = /^\s*[a-z][a-z0-9+.-]*:[\\/]{2}[^\\/?#]*@/i;

/** The places in a room configuration where a text is a URL with a user name or password in it. */
export function findUserInfo(roomConfig: object): Path[] {
  return find(roomConfig, ROOT, ["roomConfig"], (value) => typeof value === "string" && USER_INFO.test(value));
}

const ROOT: MemberShape = { of: "RoomConfiguration" };

const NO_MEMBERS: Shape = {};

function find(
  value: unknown,
  member: MemberShape,
  path: Path,
  isFound: (value: unknown, member: MemberShape) => boolean,
): Path[] {
  if (Array.isArray(value)) return value.flatMap((element, index) => find(element, member, [...path, index], isFound));
  if (isFound(value, member)) return [path];
  if (typeof value !== "object" || value === null) return [];
  const { of = "", kind } = member;
  const names = spellings((kind === undefined && shapes[of]) || NO_MEMBERS);
  return Object.entries(value).flatMap(([spelling, part]) =>
    find(part, shapes[of]?.[names.get(spelling) ?? ""] ?? {}, [...path, spelling], isFound),
  );
}
