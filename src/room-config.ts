import { enums, type MemberShape, type Shape, shapes } from "../generated/shapes.js";
import { createIssue, type Issue, type Path } from "./issue.js";
import { oneofIssue } from "./schema-issues.js";
import { setMember } from "./snapshot.js";

const SHAPES: Readonly<Record<string, Shape>> = shapes;
const ENUMS: Readonly<Record<string, Readonly<Record<string, number>>>> = enums;

type Json = Record<string, unknown>;

/**
 * Brings a room configuration from any spelling that protobuf's JSON parsers accept to the one that the schema
 * describes: camelCase names, enum names, numbers. Drops what the server drops: unknown members, unknown enum values,
 * nulls. What is of a wrong type stays, for the validator to tell.
 *
 * @see https://protobuf.dev/programming-guides/json/
 */
export function normalizeRoomConfig(value: unknown, path: Path): { value: unknown; issues: Issue[] } {
  const issues: Issue[] = [];
  return { value: normalizeMessage(value, "RoomConfiguration", path, issues), issues };
}

function normalizeMessage(value: unknown, message: string, path: Path, issues: Issue[]): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const result: Json = {};
  const seen = new Set<string>();
  const oneofs = new Map<string, string>();
  for (const [spelling, raw] of Object.entries(value)) {
    const name = spellings(message).get(spelling);
    if (name === undefined) continue;
    const place = [...path, spelling];
    if (seen.has(name)) {
      issues.push(createIssue(place, "duplicate", `must not be set twice, as ${name} and in another spelling`));
    }
    seen.add(name);
    if (raw === null) continue;
    const member = SHAPES[message]?.[name] as MemberShape;
    if (member.oneof !== undefined) {
      const other = oneofs.get(member.oneof);
      if (other !== undefined && other !== name) {
        issues.push(oneofIssue([...path, name], membersOf(message, member.oneof), [other]));
      }
      oneofs.set(member.oneof, name);
    }
    const normalized = normalizeMember(raw, member, [...path, name], issues);
    if (normalized !== undefined) result[name] = normalized;
  }
  return result;
}

function normalizeMember(value: unknown, member: MemberShape, path: Path, issues: Issue[]): unknown {
  if (member.many === "list") {
    if (!Array.isArray(value)) return value;
    return value
      .map((element, index) => normalizeValue(element, member, [...path, index], issues))
      .filter((element) => element !== undefined);
  }
  if (member.many === "map") {
    if (typeof value !== "object" || Array.isArray(value)) return value;
    const map: Json = {};
    for (const [key, element] of Object.entries(value as Json)) {
      const normalized = normalizeValue(element, member, [...path, key], issues);
      if (normalized !== undefined) setMember(map, key, normalized);
    }
    return map;
  }
  return normalizeValue(value, member, path, issues);
}

/** Undefined for an enum value that nobody knows. */
function normalizeValue(value: unknown, { kind, of }: MemberShape, path: Path, issues: Issue[]): unknown {
  if (kind === "number") return typeof value === "string" ? (parseNumber(value) ?? value) : value;
  if (kind === "enum") return normalizeEnum(value, ENUMS[of as string] as Readonly<Record<string, number>>);
  return of === undefined ? value : normalizeMessage(value, of, path, issues);
}

function normalizeEnum(value: unknown, numbers: Readonly<Record<string, number>>): unknown {
  if (typeof value === "string") return Object.hasOwn(numbers, value) ? value : undefined;
  if (!isInt32(value)) return value;
  return Object.keys(numbers).find((name) => numbers[name] === value);
}

function isInt32(value: unknown): boolean {
  return typeof value === "number" && value === (value | 0);
}

/** The number that a string holds, if it is written as JSON writes one. */
function parseNumber(text: string): number | undefined {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined;
}

function membersOf(message: string, oneof: string): string[] {
  const shape = SHAPES[message] ?? {};
  return Object.keys(shape).filter((name) => shape[name]?.oneof === oneof);
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const cache = new Map<string, ReadonlyMap<string, string>>();

/** Both names of each member of a message, to the one that JSON writes. */
function spellings(message: string): ReadonlyMap<string, string> {
  let names = cache.get(message);
  if (!names) {
    const members = Object.entries(SHAPES[message] ?? {});
    names = new Map(members.flatMap(([name, { proto = snakeCase(name) }]) => [proto, name].map((s) => [s, name])));
    cache.set(message, names);
  }
  return names;
}
