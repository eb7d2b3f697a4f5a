import { type MemberShape, type Shape, shapes } from "../../generated/shapes.js";
import type { Path } from "../json/path.js";
import { spellings } from "./normalize.js";

/** Something in a room configuration that whoever holds the token can read: a token is signed, not encrypted. */
export interface Credential {
  /**
   * - "secret": must not reach a client; `"x-secret": "refuse"` in the schema
   * - "user-info": a user name or password in a URL, which must not reach a client either
   * - "access-key": the name of an account, which should not; `"x-secret": "warn"`
   */
  readonly kind: "secret" | "user-info" | "access-key";
  /** Starts at the claims, in the spelling of the input. */
  readonly path: Path;
  /** To be read after the place. */
  readonly message: string;
}

const MESSAGES: Readonly<Record<Credential["kind"], string>> = {
  secret: "is a secret that whoever holds the token can read",
  "user-info": "has a user name or password in its URL, which whoever holds the token can read",
  "access-key": "names an account to whoever holds the token",
};

/** Deeper than any message. A payload may be nested deeper than a stack is. */
const DEEPEST = 100;

/** Matches a scheme, and an @ before the path: `https://user:password@host`. Parsers of URLs skip space in front. */
const USER_INFO = /^\s*[a-z][a-z0-9+.-]*:[\\/]{2}[^\\/?#]*@/i;

const ROOT: MemberShape = { of: "RoomConfiguration" };
const UNKNOWN: MemberShape = {};
const NO_MEMBERS: Shape = {};

/**
 * Returns the credentials in a room configuration, each element of a list by itself. The configuration may be invalid,
 * and in any spelling. Of a place that is of several kinds, the first kind above counts.
 */
export function findCredentials(roomConfig: object): Credential[] {
  const found: Credential[] = [];
  search(roomConfig, ROOT, ["roomConfig"], found);
  return found;
}

/** Whether a text is a URL with a user name or password. */
export function hasUserInfo(text: string): boolean {
  return USER_INFO.test(text);
}

function search(value: unknown, member: MemberShape, path: Path, found: Credential[]): void {
  const kind = kindOf(value, member);
  if (kind !== undefined) found.push({ kind, path, message: MESSAGES[kind] });
  else if (typeof value === "object" && value !== null && path.length < DEEPEST) {
    for (const [spelling, part, of] of partsOf(value, member)) search(part, of, [...path, spelling], found);
  }
}

function kindOf(value: unknown, { secret }: MemberShape): Credential["kind"] | undefined {
  if (value === "" || value === null || Array.isArray(value)) return undefined;
  if (secret === "refuse") return "secret";
  if (typeof value === "string" && hasUserInfo(value)) return "user-info";
  return secret === "warn" ? "access-key" : undefined;
}

/** Returns the elements of a list or map, or the members of a message: the spelling, value and shape of each. */
function partsOf(value: object, member: MemberShape): (readonly [string | number, unknown, MemberShape])[] {
  if (Array.isArray(value)) return value.map((element, index) => [index, element, member]);
  const { many, of = "", kind } = member;
  if (many === "map") return Object.entries(value).map(([key, element]) => [key, element, { ...member, many: "list" }]);
  const shape = (kind === undefined && shapes[of]) || NO_MEMBERS;
  const names = spellings(shape);
  return Object.entries(value).map(([spelling, part]) => [spelling, part, shape[names.get(spelling) ?? ""] ?? UNKNOWN]);
}
