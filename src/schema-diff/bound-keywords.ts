/** Stricter the higher they are; the value is what absence amounts to. */
export const LOWER: Readonly<Record<string, number>> = {
  minimum: Number.NEGATIVE_INFINITY,
  exclusiveMinimum: Number.NEGATIVE_INFINITY,
  minLength: 0,
  minItems: 0,
  minProperties: 0,
};

/** Stricter the lower they are. */
const UPPER = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"] as const;

export const BOUND_KEYWORDS = [...Object.keys(LOWER), ...UPPER] as const;
