const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;

/** A length of time: seconds, or a text such as "90s", "10m", "6h" or "7d". */
export type Duration = number | `${number}${keyof typeof SECONDS}`;

/** In whole seconds, rounded up; undefined when it is no positive length of time. */
export function toSeconds(duration: unknown): number | undefined {
  const seconds = typeof duration === "string" ? parse(duration) : duration;
  return typeof seconds === "number" && seconds > 0 && Number.isFinite(seconds) ? Math.ceil(seconds) : undefined;
}

function parse(text: string): number | undefined {
  const [, amount, unit] = /^(\d{1,15}(?:\.\d{1,9})?)([smhd])$/.exec(text) ?? [];
  return amount === undefined ? undefined : Number(amount) * SECONDS[unit as keyof typeof SECONDS];
}
