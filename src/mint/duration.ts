/** How long a token is valid unless withTtl says otherwise: 21 600 seconds, six hours. */
export const DEFAULT_TTL = 21_600;

const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;

/** A length of time: seconds, or a text such as "90s", "10m", "6h" or "7d". */
export type Duration = number | `${number}${keyof typeof SECONDS}`;

/** Thirty thousand years: an expiry further off is a slip, and would leave the integers that all languages keep exact. */
const LONGEST = 1e12;

/** In whole seconds, rounded up; undefined when it is no length of time, or not one from above 0 to {@link LONGEST}. */
export function toSeconds(duration: unknown): number | undefined {
  const seconds = typeof duration === "string" ? parse(duration) : duration;
  return typeof seconds === "number" && seconds > 0 && seconds <= LONGEST ? Math.ceil(seconds) : undefined;
}

function parse(text: string): number | undefined {
  const [, amount, unit] = /^(\d{1,15}(?:\.\d{1,9})?)([smhd])$/.exec(text) ?? [];
  if (amount === undefined) return undefined;
  // 1.1 × 60 is a little more than 66 in binary, and would round up to 67.
  return Number((Number(amount) * SECONDS[unit as keyof typeof SECONDS]).toFixed(6));
}
