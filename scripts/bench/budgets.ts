/** The longest time that each benchmark may take on Node, as a ratio to the floor: a bare createHmac and JSON. */
export const BUDGETS: Readonly<Record<string, number>> = {
  "mint by a template": 1.15,
  "mint by the whole chain": 1.25,
  verify: 1.15,
  "verify with a roomConfig": 1.35,
};

/** The library that must be slower in every benchmark. */
export const PEER = "fast-jwt";
