import { nearest } from "../../src/issues/nearest.js";
import { getOwn } from "../../src/json/own.js";
import type { Declarations } from "./structs.js";

/** The differences between a source and our schemas. */
export interface Drift {
  /** The names that only the source has. */
  readonly added: readonly Added[];
  /** The names that only our schemas have. */
  readonly lacking: readonly string[];
  /** The names with different types. */
  readonly retyped: readonly Retyped[];
}

export interface Added {
  readonly name: string;
  readonly type: string;
  /** The name in our schemas that this one probably replaces. */
  readonly renamed?: string;
}

export interface Retyped {
  readonly name: string;
  readonly ours: string;
  readonly theirs: string;
}

export function compareDeclarations(ours: Declarations, theirs: Declarations): Drift {
  const lacking = Object.keys(ours).filter((name) => !Object.hasOwn(theirs, name));
  const added = Object.entries(theirs).filter(([name]) => !Object.hasOwn(ours, name));
  return {
    added: added.map(([name, type]) => {
      const alike = (other: string, otherType?: string): boolean =>
        parent(other) === parent(name) && otherType === type;
      const candidates = lacking.filter((other) => alike(other, ours[other]));
      const rivals = added.filter(([other, otherType]) => alike(other, otherType));
      const renamed = nearestOf(name, candidates) ?? (rivals.length === 1 ? only(candidates) : undefined);
      return renamed === undefined ? { name, type } : { name, type, renamed };
    }),
    lacking,
    retyped: Object.entries(ours).flatMap(([name, type]) => {
      const other = getOwn(theirs, name);
      return other === undefined || other === type ? [] : [{ name, ours: type, theirs: other }];
    }),
  };
}

/** Returns the prefix that siblings share: "video." for "video.room". */
function parent(name: string): string {
  return name.slice(0, name.lastIndexOf(".") + 1);
}

function nearestOf(name: string, siblings: readonly string[]): string | undefined {
  const last = (path: string): string => path.slice(parent(path).length);
  const found = nearest(last(name), siblings.map(last));
  return found === undefined ? undefined : parent(name) + found;
}

function only<T>(values: readonly T[]): T | undefined {
  return values.length === 1 ? values[0] : undefined;
}
