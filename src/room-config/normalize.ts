import { type MemberShape, type Shape, shapes } from "../../generated/shapes.js";
import { createIssue, type Issue } from "../issues/issue.js";
import { oneofGroup, oneofIssue } from "../issues/schema-issues.js";
import { BareObject } from "../json/bare-object.js";
import { isObject, type Json } from "../json/is-object.js";
import type { Path } from "../json/path.js";
import { setMember } from "../json/set-member.js";
import { enumName, enumNumbers } from "./enums.js";
import { snakeCase } from "./snake-case.js";

/** Callbacks of the normalizer: how the input spells each place, and which values are dropped. */
export interface Visitor {
  /** Called for a member that the schema does not know, and that is dropped. `path` is the path of the message around it. */
  unknown(spelling: string, value: unknown, message: string, path: Path): void;
  /** Called for an enum value that the schema does not know, and that is dropped. */
  unknownValue?(value: unknown, known: readonly string[], path: Path): void;
  /**
   * Called before a member, or an element of a list or map, is normalized. The calls for its contents follow.
   *
   * @param name the name in the schema, or the index or key of an element
   * @param spelling the name in the input
   * @param member undefined for an element
   */
  enter?(name: string | number, spelling: string | number, member?: MemberShape): void;
  /**
   * Called after the member or element that was entered last.
   *
   * @param normalized undefined when the value is dropped
   */
  leave?(value: unknown, normalized: unknown): void;
}

export interface Normalized {
  readonly value: unknown;
  readonly issues: readonly Issue[];
}

/** The state of a walk: the current path, and the issues so far. */
interface Walk {
  readonly path: (string | number)[];
  readonly issues: Issue[];
  readonly visitor: Visitor | undefined;
}

/**
 * Converts a room configuration from any spelling that protobuf's JSON parsers accept to that of the schema: camelCase
 * names, names of enum values, and numbers instead of numeric strings. Drops the values that servers drop: unknown members,
 * unknown enum values, and nulls. Keeps values of a wrong type, for the validator to report.
 *
 * @see https://protobuf.dev/programming-guides/json/
 */
export function normalizeRoomConfig(value: unknown, path: Path, visitor?: Visitor): Normalized {
  return normalizeMessage(value, "RoomConfiguration", shapes.RoomConfiguration as Shape, path, visitor);
}

/** Normalizes a message in the same way. Only the messages within it need to be in the table of shapes. */
export function normalizeMessage(
  value: unknown,
  message: string,
  shape: Shape,
  path: Path,
  visitor?: Visitor,
): Normalized {
  const walk: Walk = { path: [...path], issues: [], visitor };
  return { value: normalizeMembers(value, message, shape, walk), issues: walk.issues };
}

function normalizeMembers(value: unknown, message: string, shape: Shape, walk: Walk): unknown {
  if (!isObject(value)) return value;
  const names = spellings(shape);
  const result: Json = new BareObject();
  const seen: string[] = [];
  const oneofMembers: string[] = [];
  for (const spelling of Object.keys(value)) {
    const name = names.get(spelling);
    const raw = value[spelling];
    if (name === undefined) {
      walk.visitor?.unknown(spelling, raw, message, walk.path);
      continue;
    }
    if (seen.includes(name)) {
      const problem = `must not be set twice, as ${name} and in another spelling`;
      walk.issues.push(createIssue([...walk.path, spelling], "duplicate", problem));
    }
    seen.push(name);
    const member = shape[name] as MemberShape;
    if (raw !== null && member.oneof !== undefined) oneofMembers.push(name);
    walk.path.push(name);
    walk.visitor?.enter?.(name, spelling, member);
    const normalized = raw === null ? undefined : normalizeMember(raw, member, walk);
    walk.visitor?.leave?.(raw, normalized);
    walk.path.pop();
    if (normalized !== undefined) result[name] = normalized;
  }
  if (oneofMembers.length > 1) checkOneofs(shape, oneofMembers, walk);
  return result;
}

/**
 * Reports each member of a oneof that is set beside an earlier one, in the order of the schema, as the validator does. The
 * validator cannot see members whose values were dropped.
 */
function checkOneofs(shape: Shape, set: readonly string[], walk: Walk): void {
  for (const name of Object.keys(shape)) {
    if (!set.includes(name)) continue;
    const first = oneofGroup(shape, name).find((each) => set.includes(each)) as string;
    if (first !== name) walk.issues.push(oneofIssue([...walk.path, name], shape, first));
  }
}

function normalizeMember(value: unknown, member: MemberShape, walk: Walk): unknown {
  if (member.many === "list") {
    if (!Array.isArray(value)) return value;
    return value
      .map((element, index) => normalizeElement(index, element, member, walk))
      .filter((element) => element !== undefined);
  }
  if (member.many === "map") {
    if (!isObject(value)) return value;
    const map: Json = {};
    for (const [key, element] of Object.entries(value)) {
      const normalized = normalizeElement(key, element, member, walk);
      if (normalized !== undefined) setMember(map, key, normalized);
    }
    return map;
  }
  return normalizeValue(value, member, walk);
}

function normalizeElement(key: string | number, element: unknown, member: MemberShape, walk: Walk): unknown {
  walk.path.push(key);
  walk.visitor?.enter?.(key, key);
  const normalized = normalizeValue(element, member, walk);
  walk.visitor?.leave?.(element, normalized);
  walk.path.pop();
  return normalized;
}

/** Returns the value in the spelling of the schema, or undefined for an unknown enum value. */
function normalizeValue(value: unknown, { kind, of }: MemberShape, walk: Walk): unknown {
  if (kind === "enum") return normalizeEnum(value, of as string, walk);
  if (kind !== undefined && kind !== "boolean")
    return typeof value === "string" ? (parseNumber(value) ?? value) : value;
  return of === undefined ? value : normalizeMembers(value, of, shapes[of] as Shape, walk);
}

function normalizeEnum(value: unknown, of: string, walk: Walk): unknown {
  const isInt32 = typeof value === "number" && value === (value | 0);
  if (typeof value !== "string" && !isInt32) return value;
  const name = enumName(value, of);
  const numbers = enumNumbers(of);
  if (Object.hasOwn(numbers, name)) return name;
  walk.visitor?.unknownValue?.(value, Object.keys(numbers), walk.path);
  return undefined;
}

/** Returns the number in a string, or undefined unless it is written as in JSON. */
function parseNumber(text: string): number | undefined {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined;
}

const cache = new WeakMap<Shape, ReadonlyMap<string, string>>();

/** Returns a map to the JSON name of each member, from that name and from its name in the .proto file. */
export function spellings(shape: Shape): ReadonlyMap<string, string> {
  let names = cache.get(shape);
  if (!names) {
    const members = Object.entries(shape);
    names = new Map(members.flatMap(([name, { proto = snakeCase(name) }]) => [proto, name].map((s) => [s, name])));
    cache.set(shape, names);
  }
  return names;
}
