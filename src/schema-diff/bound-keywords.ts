/** Lower bounds, each with the value that has the same effect as no bound. A higher bound is stricter. */
export const LOWER: Readonly<Record<string, number>> = {
  minimum: Number.NEGATIVE_INFINITY,
  exclusiveMinimum: Number.NEGATIVE_INFINITY,
  minLength: 0,
  minItems: 0,
  minProperties: 0,
};

/** Upper bounds. A lower bound is stricter. */
const UPPER = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"] as const;

export const BOUND_KEYWORDS = [...Object.keys(LOWER), ...UPPER] as const;
