const UNITS = [
  ["year", 31_536_000],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
] as const;

/** How far off a moment is, rounded to the largest unit that fits: "in 5 hours", "3 minutes ago", "now". */
export function fromNow(seconds: number): string {
  const length = Math.abs(seconds);
  const [unit, size] = UNITS.find(([, each]) => length >= each) ?? [undefined, 1];
  if (unit === undefined) return "now";
  const count = Math.round(length / size);
  const words = `${count} ${unit}${count === 1 ? "" : "s"}`;
  return seconds > 0 ? `in ${words}` : `${words} ago`;
}

/** A moment in UTC; one beyond the calendar stays a number. */
export function calendar(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? `${seconds} seconds after 1970` : date.toISOString().replace(".000Z", "Z");
}
