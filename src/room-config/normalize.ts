import { type MemberShape, type Shape, shapes } from "../../generated/shapes.js";
import { createIssue, type Issue } from "../issues/issue.js";
import { oneofGroup, oneofIssue } from "../issues/schema-issues.js";
import { BareObject } from "../json/bare-object.js";
import { isObject, type Json } from "../json/is-object.js";
import type { Path } from "../json/path.js";
import { setMember } from "../json/set-member.js";
import { enumName, enumNumbers } from "./enums.js";
import { snakeCase } from "./snake-case.js";

/** Follows the normalizer through a room configuration: learns how the input spells each place, and what is dropped. */
export interface Visitor {
  /** A member that the schema does not know, which is dropped, in the message at a path. */
  unknown(spelling: string, value: unknown, message: string, path: Path): void;
  /** The value of an enum that the schema does not know, which is dropped. */
  unknownValue?(value: unknown, known: readonly string[], path: Path): void;
  /**
   * The start of a member, or of an element of a list or map. What is inside follows.
   *
   * @param spelling its name in the input, where that of the schema is `name`
   * @param member undefined for an element
   */
  enter?(name: string | number, spelling: string | number, member?: MemberShape): void;
  /**
   * The end of what was entered last.
   *
   * @param normalized undefined when it is dropped
   */
  leave?(value: unknown, normalized: unknown): void;
}

export interface Normalized {
  readonly value: unknown;
  readonly issues: readonly Issue[];
}

/** Where the walk is, and what it has found. */
interface Walk {
  readonly path: (string | number)[];
  readonly issues: Issue[];
  readonly visitor: Visitor | undefined;
}

/**
 * Brings a room configuration from any spelling that protobuf's JSON parsers accept to the one that the schema
 * describes: camelCase names, enum names, numbers. Drops what the server drops: unknown members, unknown enum values,
 * nulls. Values of a wrong type stay, for the validator to report.
 *
 * @see https://protobuf.dev/programming-guides/json/
 */
export function normalizeRoomConfig(value: unknown, path: Path, visitor?: Visitor): Normalized {
  return normalizeMessage(value, "RoomConfiguration", shapes.RoomConfiguration as Shape, path, visitor);
}

/** Does the same for any message: one with a shape of its own, which may hold those of the table. */
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
  const ofOneofs: string[] = [];
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
    if (raw !== null && member.oneof !== undefined) ofOneofs.push(name);
    walk.path.push(name);
    walk.visitor?.enter?.(name, spelling, member);
    const normalized = raw === null ? undefined : normalizeMember(raw, member, walk);
    walk.visitor?.leave?.(raw, normalized);
    walk.path.pop();
    if (normalized !== undefined) result[name] = normalized;
  }
  if (ofOneofs.length > 1) checkOneofs(shape, ofOneofs, walk);
  return result;
}

/** The schema's first of a oneof may stay, as the validator has it, which cannot see a member whose value was dropped. */
function checkOneofs(shape: Shape, set: readonly string[], walk: Walk): void {
  for (const [name, { oneof }] of Object.entries(shape)) {
    if (oneof === undefined || !set.includes(name)) continue;
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

/** Undefined for an enum value that nobody knows. */
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
  if (typeof name === "string" && Object.hasOwn(numbers, name)) return name;
  walk.visitor?.unknownValue?.(value, Object.keys(numbers), walk.path);
  return undefined;
}

/** The number that a string holds, if it is written as JSON writes one. */
function parseNumber(text: string): number | undefined {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined;
}

const cache = new WeakMap<Shape, ReadonlyMap<string, string>>();

/** Returns the JSON name of each member by both of its names. */
export function spellings(shape: Shape): ReadonlyMap<string, string> {
  let names = cache.get(shape);
  if (!names) {
    const members = Object.entries(shape);
    names = new Map(members.flatMap(([name, { proto = snakeCase(name) }]) => [proto, name].map((s) => [s, name])));
    cache.set(shape, names);
  }
  return names;
}
