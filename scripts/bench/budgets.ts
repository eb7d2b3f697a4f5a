/** The longest time that each benchmark may take on Node, as a ratio to the floor: a bare createHmac and JSON. */
export const BUDGETS: Readonly<Record<string, number>> = {
  "mint by a template": 1.15,
  "mint by the whole chain": 1.25,
  verify: 1.15,
  "verify with a roomConfig": 1.35,
};

/** The library that must be slower in every benchmark on Node. */
export const PEER = "fast-jwt";

/** The longest time that each benchmark may take on a runtime with WebCrypto alone, as a ratio to jose. */
export const WEB_CRYPTO_BUDGET = 1.25;

/** The runtimes with WebCrypto alone. On Bun and Deno we use node:crypto. */
export const WEB_CRYPTO_RUNTIMES = ["workerd", "Chromium"] as const;
