import type { Keywords } from "./schema-node.js";
import { move } from "./text.js";
import type { Finding } from "./verdicts.js";

/** Stricter the higher they are; what absence amounts to. */
const LOWER: Readonly<Record<string, number>> = {
  minimum: Number.NEGATIVE_INFINITY,
  exclusiveMinimum: Number.NEGATIVE_INFINITY,
  minLength: 0,
  minItems: 0,
  minProperties: 0,
};

/** Stricter the lower they are. */
const UPPER = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"] as const;

export const BOUND_KEYWORDS = [...Object.keys(LOWER), ...UPPER] as const;

export function compareBounds(before: Keywords, after: Keywords): Finding[] {
  return BOUND_KEYWORDS.flatMap((keyword) => {
    const lower = LOWER[keyword];
    const absent = lower ?? Number.POSITIVE_INFINITY;
    const rise = Number(after[keyword] ?? absent) - Number(before[keyword] ?? absent);
    // Both absent: the difference of two infinities is NaN, and no change.
    if (Number.isNaN(rise) || rise === 0) return [];
    const verdict = rise > 0 === (lower !== undefined) ? "narrowed" : "limitLifted";
    return [{ verdict, what: move(keyword, before[keyword], after[keyword]) }];
  });
}
