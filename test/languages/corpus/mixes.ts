import * as fc from "fast-check";
import { isObject } from "../../../src/json/is-object.js";

/** Fixed, so that a disagreement can be reproduced. */
const SEED = 20;

/**
 * Returns values that are merged from several: from valid ones, which may be invalid together, or from values with
 * faults in several places.
 */
export function mixes(valid: readonly unknown[], edges: readonly unknown[], count: number): unknown[] {
  const some = fc.array(fc.constantFrom(...valid), { minLength: 1, maxLength: 4 });
  const faulty = fc.array(fc.constantFrom(...edges), { maxLength: 4 });
  const mix = fc.tuple(some, faulty).map(([first, then]) => [...first, ...then].reduce(merge));
  return fc.sample(mix, { seed: SEED, numRuns: count });
}

/** Merges members and elements. The second value takes precedence. */
function merge(one: unknown, two: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(two)) {
    return Array.from({ length: Math.max(one.length, two.length) }, (_, at) =>
      at in one && at in two ? merge(one[at], two[at]) : at in two ? two[at] : one[at],
    );
  }
  if (!isObject(one) || !isObject(two)) return two;
  const members = new Map(Object.entries(one));
  for (const [name, value] of Object.entries(two)) {
    members.set(name, members.has(name) ? merge(members.get(name), value) : value);
  }
  return Object.fromEntries(members);
}
