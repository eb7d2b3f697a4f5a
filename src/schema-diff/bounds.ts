import { BOUND_KEYWORDS, LOWER } from "./bound-keywords.js";
import type { Keywords } from "./schema-node.js";
import { formatChange } from "./text.js";
import type { Finding } from "./verdicts.js";

export function compareBounds(before: Keywords, after: Keywords): Finding[] {
  return BOUND_KEYWORDS.flatMap((keyword) => {
    const lower = LOWER[keyword];
    const absent = lower ?? Number.POSITIVE_INFINITY;
    const rise = Number(after[keyword] ?? absent) - Number(before[keyword] ?? absent);
    // When both are absent, the difference of two infinities is NaN.
    if (Number.isNaN(rise) || rise === 0) return [];
    const verdict = rise > 0 === (lower !== undefined) ? "narrowed" : "limitLifted";
    return [{ verdict, what: formatChange(keyword, before[keyword], after[keyword]) }];
  });
}
