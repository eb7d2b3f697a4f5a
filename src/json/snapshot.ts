import type { Path } from "./path.js";
import { setMember } from "./set-member.js";
import { typeName } from "./type-name.js";

/** Objects within objects that a token may hold: far more than any schema has, far less than a stack. */
const DEEPEST = 100;

/**
 * Values that a token may hold: more than fit into 1 MiB of JSON. It ends the copying of objects that share others, which
 * would be copied twice at each level.
 */
const MOST = 600_000;

/** A value that is not plain JSON. */
export interface Fault {
  readonly path: Path;
  readonly keyword: "json" | "unicode";
  readonly message: string;
}

export interface Snapshot {
  /** A deep copy, of plain objects and arrays only. What could not be copied is left out. */
  readonly value: unknown;
  readonly faults: readonly Fault[];
}

const NONE: readonly Fault[] = [];

/** Where the copying is, and what it has found. */
interface Walk {
  readonly path: (string | number)[];
  readonly ancestors: object[];
  readonly faults: Fault[];
  /** How many objects, elements and members were copied. */
  copied: number;
}

/**
 * Copies plain JSON, so that what the caller changes later changes no token. An object with a `toJson()`, as the
 * messages of protobuf-es have, is asked for its JSON; members that are undefined count as absent.
 *
 * Lone surrogates are refused: Rust's serde does so too, and Go replaces them, which makes two identities one.
 */
export function snapshot(value: unknown, path: Path): Snapshot {
  if (typeof value === "string" && value.isWellFormed()) return { value, faults: NONE };
  const walk: Walk = { path: [...path], ancestors: [], faults: [], copied: 0 };
  return { value: copy(value, walk), faults: walk.faults };
}

function copy(value: unknown, walk: Walk): unknown {
  switch (typeof value) {
    case "string":
      if (!value.isWellFormed()) refuse(walk, "unicode", "must not hold a lone surrogate");
      return value;
    case "boolean":
      return value;
    case "number":
      if (Number.isFinite(value)) return value;
      break;
    case "object":
      if (value === null) return null;
      return copyObject(value, walk);
  }
  return refuse(walk, "json", `must be JSON; got ${typeName(value)}`);
}

function copyObject(value: object, walk: Walk): unknown {
  const { ancestors } = walk;
  if (ancestors.includes(value)) return refuse(walk, "json", "must not contain itself");
  if (ancestors.length >= DEEPEST) return refuse(walk, "json", `must not be nested more than ${DEEPEST} deep`);
  ancestors.push(value);
  const copied = copyMembers(value, walk);
  ancestors.pop();
  return copied;
}

function copyMembers(value: object, walk: Walk): unknown {
  if (Array.isArray(value)) return copyElements(value, walk);
  if ("toJson" in value && typeof value.toJson === "function") return copy(value.toJson(), walk);
  if (!isPlain(value)) return refuse(walk, "json", `must be a plain JSON object; got ${typeName(value)}`);
  const result: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const member = (value as Record<string, unknown>)[name];
    if (member === undefined) continue;
    const copied = copyWithin(name, member, walk);
    if (copied !== undefined) setMember(result, name, copied);
  }
  return result;
}

function copyElements(array: readonly unknown[], walk: Walk): unknown {
  const result: unknown[] = [];
  for (let index = 0; index < array.length; index++) {
    result.push(copyWithin(index, array[index], walk));
    // The first hole stands for all: an array may have more of them than there is memory for issues.
    if (!(index in array)) return undefined;
  }
  return result;
}

function copyWithin(key: string | number, value: unknown, walk: Walk): unknown {
  if (++walk.copied > MOST) {
    return walk.copied === MOST + 1 ? refuse(walk, "json", `must not hold more than ${MOST} values`) : undefined;
  }
  walk.path.push(key);
  if (typeof key === "string" && !key.isWellFormed())
    refuse(walk, "unicode", "must not have a lone surrogate in its name");
  const copied = copy(value, walk);
  walk.path.pop();
  return copied;
}

function refuse(walk: Walk, keyword: Fault["keyword"], message: string): undefined {
  walk.faults.push({ path: [...walk.path], keyword, message });
}

/** Plain objects of another realm (a vm context, a frame) count too. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
