import { BareObject } from "./bare-object.js";
import { copyFlat } from "./copy-flat.js";
import type { Json } from "./is-object.js";
import { isPlain } from "./is-plain.js";
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

/**
 * Deep-copies plain JSON, so that later changes by the caller change no token. Calls the `toJson()` of objects that have
 * one, such as messages of protobuf-es 1. Members that are undefined count as absent. The objects of the copy inherit
 * nothing. Never throws: an error of a getter, proxy or toJson() becomes a fault.
 *
 * Refuses lone surrogates: Rust's serde does so too, and Go replaces them, which can make two identities the same.
 *
 * @param name the name of the value itself, the first part of the paths of the faults
 * @param isPayload whether the value may be the parsed payload of a token, which may have any depth, and infinite numbers
 *   (1e999)
 */
export function snapshot(value: unknown, name?: string, isPayload = false): Snapshot {
  if (typeof value === "string" && isWellFormed(value)) return { value, faults: NONE };
  const flat = copyFlat(value);
  if (flat !== undefined) return { value: flat, faults: NONE };
  const copier = new Copier(name === undefined ? [] : [name], isPayload);
  return { value: copier.copy(value), faults: copier.faults };
}

/** An object or array whose parts are not copied yet. */
interface Pending {
  readonly source: object;
  /** The names of the members; absent for an array. */
  readonly names: readonly string[] | undefined;
  readonly length: number;
  readonly target: Json | unknown[];
  readonly path: Path;
}

/** The state of one copy. A class, because closures would have to be created for each copy. */
class Copier {
  readonly faults: Fault[] = [];
  readonly #isPayload: boolean;
  /** The path of the part that is being copied. */
  #path: (string | number)[];
  /** The objects and arrays around that part, to find one that contains itself. */
  readonly #ancestors: object[] = [];
  /** The objects and arrays of a payload that are too deep for recursion. */
  readonly #pending: Pending[] = [];
  /**
   * The characters of JSON that are left. An object that is in several places counts in each, or else a small value with
   * shared parts could make a token of any size.
   */
  #budget = DEFAULT_MAX_TOKEN_BYTES;

  constructor(path: (string | number)[], isPayload: boolean) {
    this.#path = path;
    this.#isPayload = isPayload;
  }

  copy(value: unknown): unknown {
    const path = this.#path;
    // An element, since undefined is a fault here, but an absent member in an object.
    const root: unknown[] = [];
    this.#copyPart([value], 0, root);
    // Grows during the loop.
    for (const pending of this.#pending) {
      if (this.#budget < 0) break;
      this.#path = [...pending.path];
      this.#copyParts(pending);
    }
    this.#path = path;
    if (this.#budget < 0) this.#refuse(`must be smaller: tokens are limited to ${DEFAULT_MAX_TOKEN_BYTES} bytes`);
    return root[0];
  }

  #copyParts({ source, names, length, target }: Omit<Pending, "path">): void {
    this.#ancestors.push(source);
    const end = this.#path.push("") - 1;
    for (let index = 0; index < length; index++) {
      const key = names ? (names[index] as string) : index;
      this.#path[end] = key;
      if (!this.#copyPart(source, key, target)) break;
    }
    this.#path.pop();
    this.#ancestors.pop();
  }

  /** Copies a member or an element. Returns whether the next one is to be copied. */
  #copyPart(source: object, key: string | number, target: Json | unknown[]): boolean {
    try {
      const part = (source as Json)[key];
      if (typeof key === "number") {
        (target as unknown[]).push(this.#copyValue(part));
        // Only the first hole is a fault: an array may have more holes than there is memory for faults.
        if (part === undefined) return false;
      } else if (part !== undefined) {
        if (!isWellFormed(key)) this.#refuse("must not have a lone surrogate in its name", "unicode");
        this.#budget -= key.length + 3;
        const copied = this.#copyValue(part);
        if (copied !== undefined) setMember(target as Json, key, copied);
      }
    } catch {
      this.#refuse("cannot be read: its getter, proxy or toJson() threw an error; pass plain data", "unreadable");
    }
    return this.#budget >= 0;
  }

  #copyValue(value: unknown): unknown {
    this.#budget -= 2;
    if (typeof value === "string") {
      this.#budget -= value.length;
      if (!isWellFormed(value)) this.#refuse("must not hold a lone surrogate", "unicode");
      return value;
    }
    if (typeof value === "boolean" || value === null || Number.isFinite(value)) return value;
    if (this.#isPayload && typeof value === "number") return value;
    return typeof value === "object" ? this.#copyObject(value) : this.#refuse(`must be JSON; got ${typeName(value)}`);
  }

  #copyObject(value: object): unknown {
    const source = hasToJson(value) ? value.toJson() : value;
    if (typeof source !== "object" || source === null) return this.#copyValue(source);
    if (hasToJson(source)) return this.#refuse("must be JSON: its toJson() returned an object with a toJson() too");
    if (this.#ancestors.includes(source)) return this.#refuse("must not contain itself");
    const isDeep = this.#ancestors.length >= DEEPEST;
    if (isDeep && !this.#isPayload) return this.#refuse(`must not be nested more than ${DEEPEST} deep`);
    const names = Array.isArray(source) ? undefined : Object.keys(source);
    if (names) {
      if (!isPlain(source)) return this.#refuse(notPlain(source));
      if (!this.#isPayload && names.includes("$typeName"))
        return this.#refuse(protobufEsMessage((source as Json).$typeName));
    }
    const target = names ? new BareObject() : [];
    const { length } = names ?? (source as unknown[]);
    if (isDeep) this.#pending.push({ source, names, length, target, path: this.#here() });
    else this.#copyParts({ source, names, length, target });
    return target;
  }

  #refuse(message: string, keyword: Fault["keyword"] = "json"): undefined {
    const { length } = this.faults;
    this.faults.push({ path: length < PLACED_FAULTS ? this.#here() : [length], keyword, message });
  }

  /** Returns the current path. Cuts it after {@link DEEPEST} levels: a payload may be nested deeper. */
  #here(): Path {
    return this.#path.slice(0, DEEPEST);
  }
}

/** Returns whether a value makes its own JSON, as messages of protobuf-es 1 do. */
function hasToJson(value: object): value is { toJson(): unknown } {
  return !Array.isArray(value) && "toJson" in value && typeof value.toJson === "function";
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
