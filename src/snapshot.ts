import { createIssue, type Issue, type Path } from "./issue.js";
import { typeName } from "./type-name.js";

/** Objects within objects that a token may hold: far more than any schema has, far less than a stack. */
const DEEPEST = 100;

export interface Snapshot {
  /** A deep copy, of plain objects and arrays only. What could not be copied is left out. */
  readonly value: unknown;
  readonly issues: readonly Issue[];
}

const NONE: readonly Issue[] = [];

/**
 * Copies plain JSON, so that what the caller changes later changes no token. An object with a `toJson()`, as the
 * messages of protobuf-es have, is asked for its JSON; members that are undefined count as absent.
 *
 * Lone surrogates are refused: Rust's serde does so too, and Go replaces them, which makes two identities one.
 */
export function snapshot(value: unknown, path: Path): Snapshot {
  if (typeof value === "string" && value.isWellFormed()) return { value, issues: NONE };
  const issues: Issue[] = [];
  return { value: copy(value, path, [], issues), issues };
}

function copy(value: unknown, path: Path, ancestors: readonly object[], issues: Issue[]): unknown {
  switch (typeof value) {
    case "string":
      if (!value.isWellFormed()) issues.push(createIssue(path, "unicode", "must not hold a lone surrogate"));
      return value;
    case "boolean":
      return value;
    case "number":
      if (Number.isFinite(value)) return value;
      break;
    case "object":
      if (value === null) return null;
      return copyObject(value, path, ancestors, issues);
  }
  issues.push(createIssue(path, "json", `must be JSON; got ${typeName(value)}`));
  return undefined;
}

function copyObject(value: object, path: Path, ancestors: readonly object[], issues: Issue[]): unknown {
  const problem = ancestors.includes(value)
    ? "must not contain itself"
    : ancestors.length >= DEEPEST
      ? `must not be nested more than ${DEEPEST} deep`
      : undefined;
  if (problem !== undefined) {
    issues.push(createIssue(path, "json", problem));
    return undefined;
  }
  const within = [...ancestors, value];
  if (Array.isArray(value))
    return Array.from(value, (element, index) => copy(element, [...path, index], within, issues));
  if ("toJson" in value && typeof value.toJson === "function") return copy(value.toJson(), path, within, issues);
  if (!isPlain(value)) {
    issues.push(createIssue(path, "json", `must be a plain JSON object; got ${typeName(value)}`));
    return undefined;
  }
  const result: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue;
    const place = [...path, name];
    if (!name.isWellFormed()) issues.push(createIssue(place, "unicode", "must not have a lone surrogate in its name"));
    const copied = copy(member, place, within, issues);
    if (copied !== undefined) setMember(result, name, copied);
  }
  return result;
}

/** Plain objects of another realm (a vm context, a frame) count too. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Sets a member of any name; plain assignment of `__proto__` would set the prototype instead. */
export function setMember(object: Record<string, unknown>, name: string, value: unknown): void {
  if (name === "__proto__") {
    Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
  } else {
    object[name] = value;
  }
}
