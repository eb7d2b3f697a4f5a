import { type MemberShape, type Shape, shapes } from "../../generated/shapes.js";
import type { Path } from "../json/path.js";
import { spellings } from "./normalize.js";

/** A credential in a room configuration. Whoever holds the token can read it: a token is signed, not encrypted. */
export interface Credential {
  /**
   * - "secret": must not reach a client. The schema marks it with `"x-secret": "refuse"`.
   * - "user-info": a user name or password in a URL. Must not reach a client.
   * - "access-key": the name of an account. Should not reach a client. The schema marks it with `"x-secret": "warn"`.
   */
  readonly kind: "secret" | "user-info" | "access-key";
  /** The path from the claims, in the spelling of the input. */
  readonly path: Path;
  /** The problem, in words that follow the path. */
  readonly message: string;
}

const MESSAGES: Readonly<Record<Credential["kind"], string>> = {
  secret: "is a secret that whoever holds the token can read",
  "user-info": "has a user name or password in its URL, which whoever holds the token can read",
  "access-key": "names an account to whoever holds the token",
};

/** The depth of the search, greater than that of any message. A payload may be nested too deeply for recursion without a limit. */
const MAX_DEPTH = 100;

/**
 * Matches an @ before the path of a URL: `https://user:password@host`. The URL may start the text, as every URL parser reads
 * it: after white space, with tabs and line feeds in the scheme, with any number of slashes, or without a scheme. Or it is
 * within a text, such as the JSON in the metadata of an agent.
 */
const USER_INFO =
  /(?:^[\s\p{Cc}]*(?:https?:|wss?:|ftp:|(?:[a-z][a-z\d+.\t\n\r-]*:[\t\n\r]*)?[\\/][\t\n\r]*[\\/])[\\/]*[^\\/?#]*|:[\\/]{2,}[^\s\\/?#"<>]*)@/iu;

const UNKNOWN: MemberShape = {};
const NO_MEMBERS: Shape = {};

/**
 * Returns the credentials in a room configuration. Each element of a list is reported separately. The configuration may be
 * invalid and in any spelling. A value of several kinds is reported once, as the first of them in {@link Credential.kind}.
 */
export function findCredentials(roomConfig: object): Credential[] {
  const found: Credential[] = [];
  search(roomConfig, shapes.Claims?.roomConfig as MemberShape, ["roomConfig"], found);
  return found;
}

/** Whether a text is a URL with a user name or password. */
export function hasUserInfo(text: string): boolean {
  return USER_INFO.test(text);
}

function search(value: unknown, member: MemberShape, path: Path, found: Credential[]): void {
  const kind = kindOf(value, member);
  if (kind !== undefined) found.push({ kind, path, message: MESSAGES[kind] });
  else if (typeof value === "object" && value !== null && path.length < MAX_DEPTH) {
    for (const [spelling, part, shape] of partsOf(value, member)) search(part, shape, [...path, spelling], found);
  }
}

function kindOf(value: unknown, { secret }: MemberShape): Credential["kind"] | undefined {
  if (value === "" || value === null || Array.isArray(value)) return undefined;
  if (secret === "refuse") return "secret";
  if (typeof value === "string" && hasUserInfo(value)) return "user-info";
  return secret === "warn" ? "access-key" : undefined;
}

/** Returns the spelling, value and shape of each element of a list or map, or of each member of a message. */
function partsOf(value: object, member: MemberShape): (readonly [string | number, unknown, MemberShape])[] {
  if (Array.isArray(value)) return value.map((element, index) => [index, element, member]);
  const { many, of = "" } = member;
  if (many === "map") return Object.entries(value).map(([key, element]) => [key, element, { ...member, many: "list" }]);
  const shape = shapes[of] ?? NO_MEMBERS;
  const names = spellings(shape);
  return Object.entries(value).map(([spelling, part]) => {
    const name = names.get(spelling);
    return [spelling, part, name === undefined ? UNKNOWN : (shape[name] as MemberShape)];
  });
}
