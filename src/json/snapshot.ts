import { BareObject } from "./bare-object.js";
import type { Json } from "./is-object.js";
import { DEFAULT_MAX_TOKEN_BYTES } from "./largest-token.js";
import type { Path } from "./path.js";
import { setMember } from "./set-member.js";
import { typeName } from "./type-name.js";
import { isWellFormed } from "./well-formed.js";

/** Objects within objects that a token may hold: far more than any schema has, far less than a stack. */
const DEEPEST = 100;

/** The faults that have a path. Later ones are only counted, since paths are the expensive part. */
export const PLACED_FAULTS = 100;

/** A value that is not plain JSON. */
export interface Fault {
  /** Beyond the first {@link PLACED_FAULTS} only a number that no other fault has. */
  readonly path: Path;
  /** "unreadable" when reading the value threw an error. */
  readonly keyword: "json" | "unicode" | "unreadable";
  readonly message: string;
}

export interface Snapshot {
  /** A deep copy, of plain objects and arrays only. What could not be copied is left out. */
  readonly value: unknown;
  readonly faults: readonly Fault[];
}

const NONE: readonly Fault[] = [];

/** An object or array that is being copied, and the one around it. */
interface Level {
  readonly source: object;
  /** The names of the members; absent for an array. */
  readonly names: readonly string[] | undefined;
  readonly length: number;
  readonly copy: Json | unknown[];
  next: number;
}

/**
 * Copies plain JSON, so that what the caller changes later changes no token. An object with a `toJson()`, as the
 * messages of protobuf-es have, is asked for its JSON; members that are undefined count as absent. The copies have own
 * members only, and inherit none. Nothing is thrown, whatever the value does when it is read.
 *
 * Lone surrogates are refused: Rust's serde does so too, and Go replaces them, which makes two identities one.
 *
 * @param isPayload whether the value may be what JSON.parse returned of a token, which has any depth, and infinite numbers
 */
export function snapshot(value: unknown, path: Path, isPayload = false): Snapshot {
  if (typeof value === "string" && isWellFormed(value)) return { value, faults: NONE };
  const faults: Fault[] = [];
  const levels: Level[] = [];
  /** The sources of the levels. */
  const around = new Set<object>();
  // An object that is in several places counts in each: sharing cannot make a small value into a token of any size.
  let room = DEFAULT_MAX_TOKEN_BYTES;

  const refuse = (message: string, keyword: Fault["keyword"] = "json"): undefined => {
    faults.push({ path: faults.length < PLACED_FAULTS ? here() : [faults.length], keyword, message });
  };

  /** Returns the current path. Of a payload that is nested deeper than a path should be, that of the part around. */
  const here = (): Path => {
    const inner = levels.slice(0, DEEPEST);
    return [...path, ...inner.map(({ names, next }) => (names ? (names[next - 1] as string) : next - 1))];
  };

  /** Copies a value; of an object or array only the frame, which the loop below fills. */
  const copy = (value: unknown): unknown => {
    room -= 2;
    if (typeof value === "string") {
      room -= value.length;
      if (!isWellFormed(value)) refuse("must not hold a lone surrogate", "unicode");
      return value;
    }
    if (typeof value === "boolean" || value === null || Number.isFinite(value)) return value;
    if (isPayload && typeof value === "number") return value;
    return typeof value === "object" ? open(value) : refuse(`must be JSON; got ${typeName(value)}`);
  };

  const open = (value: object): unknown => {
    const source = hasToJson(value) ? value.toJson() : value;
    if (typeof source !== "object" || source === null) return copy(source);
    if (hasToJson(source)) return refuse("must have a toJson() that returns plain JSON");
    if (around.has(source)) return refuse("must not contain itself");
    if (!isPayload && levels.length >= DEEPEST) return refuse(`must not be nested more than ${DEEPEST} deep`);
    const names = Array.isArray(source) ? undefined : Object.keys(source);
    if (names) {
      if (!isPlain(source)) return refuse(notPlain(source));
      if (!isPayload && names.includes("$typeName")) return refuse(ofProtobufEs((source as Json).$typeName));
    }
    const target = names ? new BareObject() : [];
    const { length } = names ?? (source as unknown[]);
    levels.push({ source, names, length, copy: target, next: 0 });
    around.add(source);
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
      // The first hole stands for all: an array may have more of them than there is memory for issues.
      if (part === undefined) level.next = level.length;
    } else if (part !== undefined) {
      const name = key as string;
      if (!isWellFormed(name)) refuse("must not have a lone surrogate in its name", "unicode");
      room -= name.length + 3;
      const copied = copy(part);
      if (copied !== undefined) setMember(target as Json, name, copied);
    }
  };

  const safely = (read: () => unknown): unknown => {
    try {
      return read();
    } catch {
      return refuse("cannot be read: its getter, proxy or toJson() threw an error; pass plain data", "unreadable");
    }
  };

  const result = safely(() => copy(value));
  // A loop and no recursion: a payload may be nested deeper than a stack is.
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    const top = level;
    if (level.next === level.length) {
      levels.pop();
      around.delete(level.source);
    } else safely(() => step(top));
    if (room >= 0) continue;
    levels.length = 0;
    refuse(`must be smaller: its JSON is longer than ${DEFAULT_MAX_TOKEN_BYTES} characters, and no token holds that`);
  }
  return { value: result, faults };
}

/** Whether a value is a message of protobuf-es 1, or the like. */
function hasToJson(value: object): value is { toJson(): unknown } {
  return !Array.isArray(value) && "toJson" in value && typeof value.toJson === "function";
}

/** Plain objects of another realm (a vm context, a frame) count too. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function notPlain(value: object): string {
  return Object.prototype.toString.call(value) === "[object Date]"
    ? "must be JSON; got a Date: write a time as a number of seconds since 1970, Math.floor(date.getTime() / 1000)"
    : `must be a plain JSON object; got ${typeName(value)}`;
}

/** A message of protobuf-es 2 has no method that makes JSON; a function of the library does. */
function ofProtobufEs(name: unknown): string {
  const schema = /(\w+)$/.exec(typeof name === "string" ? name : "")?.[1] ?? "Message";
  return `must be JSON; got a message of protobuf-es 2: pass toJson(${schema}Schema, message), with toJson of @bufbuild/protobuf`;
}
