import { type MemberShape, shapes } from "../../generated/shapes.js";
import { foldName } from "../json/fold.js";
import { isObject } from "../json/is-object.js";
import { hasUserInfo } from "../room-config/credentials.js";

const SECRET = "(a secret, not printed)";
const DEEP = "(nested too deep to print)";

/** Objects within each other that are printed: more than claims have. */
const DEEPEST = 50;

/**
 * Copies a payload for printing, which is often shared. Leaves out the secrets of its room configuration, URLs with a
 * password, and deeply nested values. A secret is recognized by its name in any spelling and case.
 */
export function redactSecrets(payload: unknown): unknown {
  return inShape(payload, "Claims", 0);
}

function inShape(value: unknown, shape: string | undefined, depth: number): unknown {
  if (typeof value === "string") return hasUserInfo(value) ? SECRET : value;
  if (typeof value !== "object" || value === null) return value;
  if (depth > DEEPEST) return DEEP;
  if (Array.isArray(value)) return value.map((element) => inShape(element, shape, depth + 1));
  if (!isObject(value)) return value;
  // Object.fromEntries, so that a member called __proto__ is one.
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, inMember(member, memberOf(shape, name), depth + 1)]),
  );
}

function inMember(value: unknown, member: MemberShape | undefined, depth: number): unknown {
  if (member?.secret === "refuse") return hidden(value);
  if (member?.many !== "map") return inShape(value, member?.of, depth);
  if (!isObject(value)) return inShape(value, undefined, depth);
  return Object.fromEntries(
    Object.entries(value).map(([key, element]) => [key, inShape(element, member.of, depth + 1)]),
  );
}

/** Each element of a list, so that their number can be told. */
function hidden(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hidden);
  return value === "" || value === null ? value : SECRET;
}

function memberOf(shape: string | undefined, spelling: string): MemberShape | undefined {
  return shape === undefined ? undefined : membersByFoldedName(shape).get(foldName(spelling));
}

const cache = new Map<string, ReadonlyMap<string, MemberShape>>();

function membersByFoldedName(shape: string): ReadonlyMap<string, MemberShape> {
  const known = cache.get(shape);
  if (known) return known;
  const members = new Map(Object.entries(shapes[shape] ?? {}).map(([name, member]) => [foldName(name), member]));
  cache.set(shape, members);
  return members;
}
