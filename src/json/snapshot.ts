import { BareObject } from "./bare-object.js";
import type { Json } from "./is-object.js";
import { DEFAULT_MAX_TOKEN_BYTES } from "./largest-token.js";
import type { Path } from "./path.js";
import { setMember } from "./set-member.js";
import { typeName } from "./type-name.js";
import { isWellFormed } from "./well-formed.js";

/** The most levels of objects and arrays: far more than any schema has, far fewer than the stack allows. */
const DEEPEST = 100;

/** The number of faults that get a path. Later ones are only counted, since paths are expensive. */
export const PLACED_FAULTS = 100;

/** A place in a value that is not plain JSON. */
export interface Fault {
  /** The path to it. Beyond the first {@link PLACED_FAULTS} only a number that no other fault has. */
  readonly path: Path;
  /** "unreadable" when reading the value threw an error. */
  readonly keyword: "json" | "unicode" | "unreadable";
  readonly message: string;
}

export interface Snapshot {
  /** A deep copy, of plain objects and arrays only. Parts that could not be copied are left out. */
  readonly value: unknown;
  readonly faults: readonly Fault[];
}

const NONE: readonly Fault[] = [];

/** An object or array that is being copied. */
interface Level {
  readonly source: object;
  /** The names of the members; absent for an array. */
  readonly names: readonly string[] | undefined;
  readonly length: number;
  readonly copy: Json | unknown[];
  /** The index of the next member or element to copy. */
  next: number;
}

/**
 * Deep-copies plain JSON, so that later changes by the caller change no token. Calls the `toJson()` of objects that have
 * one, such as messages of protobuf-es 1. Members that are undefined count as absent. The objects of the copy inherit
 * nothing. Never throws: an error of a getter, proxy or toJson() becomes a fault.
 *
 * Refuses lone surrogates: Rust's serde does so too, and Go replaces them, which can make two identities the same.
 *
 * @param path the path of the value itself, for the paths of the faults
 * @param isPayload whether the value may be the parsed payload of a token, which may have any depth, and infinite numbers
 *   (1e999)
 */
export function snapshot(value: unknown, path: Path, isPayload = false): Snapshot {
  if (typeof value === "string" && isWellFormed(value)) return { value, faults: NONE };
  const faults: Fault[] = [];
  const levels: Level[] = [];
  /** The sources of the levels, to find an object that contains itself. */
  const ancestors = new Set<object>();
  // The characters of JSON that are left. An object that is in several places counts in each, or else a small value with
  // shared parts could make a token of any size.
  let budget = DEFAULT_MAX_TOKEN_BYTES;

  const refuse = (message: string, keyword: Fault["keyword"] = "json"): undefined => {
    faults.push({ path: faults.length < PLACED_FAULTS ? here() : [faults.length], keyword, message });
  };

  /** Returns the current path. Cuts it after {@link DEEPEST} levels: a payload may be nested deeper. */
  const here = (): Path => {
    const inner = levels.slice(0, DEEPEST);
    return [...path, ...inner.map(({ names, next }) => (names ? (names[next - 1] as string) : next - 1))];
  };

  /** Copies a value. For an object or array, returns an empty copy, which the loop below fills. */
  const copy = (value: unknown): unknown => {
    budget -= 2;
    if (typeof value === "string") {
      budget -= value.length;
      if (!isWellFormed(value)) refuse("must not hold a lone surrogate", "unicode");
      return value;
    }
    if (typeof value === "boolean" || value === null || Number.isFinite(value)) return value;
    if (isPayload && typeof value === "number") return value;
    return typeof value === "object" ? open(value) : refuse(`must be JSON; got ${typeName(value)}`);
  };

  /** Starts a level for an object or array, and returns its empty copy. */
  const open = (value: object): unknown => {
    const source = hasToJson(value) ? value.toJson() : value;
    if (typeof source !== "object" || source === null) return copy(source);
    if (hasToJson(source)) return refuse("must be JSON: its toJson() returned an object with a toJson() too");
    if (ancestors.has(source)) return refuse("must not contain itself");
    if (!isPayload && levels.length >= DEEPEST) return refuse(`must not be nested more than ${DEEPEST} deep`);
    const names = Array.isArray(source) ? undefined : Object.keys(source);
    if (names) {
      if (!isPlain(source)) return refuse(notPlain(source));
      if (!isPayload && names.includes("$typeName")) return refuse(protobufEsMessage((source as Json).$typeName));
    }
    const target = names ? new BareObject() : [];
    const { length } = names ?? (source as unknown[]);
    levels.push({ source, names, length, copy: target, next: 0 });
    ancestors.add(source);
    return target;
  };

  /** Copies the next member or element of a level. */
  const step = (level: Level): void => {
    const { source, names, copy: target } = level;
    const key = names ? (names[level.next] as string) : level.next;
    level.next++;
    const part = (source as Json)[key];
    if (!names) {
      (target as unknown[]).push(copy(part));
      // Only the first hole is a fault: an array may have more holes than there is memory for faults.
      if (part === undefined) level.next = level.length;
    } else if (part !== undefined) {
      const name = key as string;
      if (!isWellFormed(name)) refuse("must not have a lone surrogate in its name", "unicode");
      budget -= name.length + 3;
      const copied = copy(part);
      if (copied !== undefined) setMember(target as Json, name, copied);
    }
  };

  /** Turns an error of a getter, proxy or toJson() into a fault. */
  const safely = (read: () => unknown): unknown => {
    try {
      return read();
    } catch {
      return refuse("cannot be read: its getter, proxy or toJson() threw an error; pass plain data", "unreadable");
    }
  };

  const result = safely(() => copy(value));
  // Not recursive, because a payload may be nested deeper than the stack allows.
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    const top = level;
    if (level.next === level.length) {
      levels.pop();
      ancestors.delete(level.source);
    } else safely(() => step(top));
    if (budget >= 0) continue;
    levels.length = 0;
    refuse(`must be smaller: tokens are limited to ${DEFAULT_MAX_TOKEN_BYTES} bytes`);
  }
  return { value: result, faults };
}

/** Returns whether a value makes its own JSON, as messages of protobuf-es 1 do. */
function hasToJson(value: object): value is { toJson(): unknown } {
  return !Array.isArray(value) && "toJson" in value && typeof value.toJson === "function";
}

/** Returns whether an object is plain. So are plain objects of another realm (a vm context, a frame). */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function notPlain(value: object): string {
  return Object.prototype.toString.call(value) === "[object Date]"
    ? "must be JSON; got a Date: write a time as a number of seconds since 1970, Math.floor(date.getTime() / 1000)"
    : `must be a plain JSON object; got ${typeName(value)}`;
}

/**
 * Returns the fault's text for a message of protobuf-es 2. Such a message has no toJson(). A function of that library
 * returns its JSON.
 */
function protobufEsMessage(name: unknown): string {
  const schema = /(\w+)$/.exec(typeof name === "string" ? name : "")?.[1] ?? "Message";
  return `must be JSON; got a message of protobuf-es 2: pass toJson(${schema}Schema, message), with toJson of @bufbuild/protobuf`;
}
