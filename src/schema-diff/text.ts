const LONGEST = 80;

/** Formats a value as JSON, shortened when long; "none" when absent. */
export function formatValue(value: unknown): string {
  if (value === undefined) return "none";
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** Formats a change: `keyword: old → new`. */
export function formatChange(keyword: string, before: unknown, after: unknown): string {
  return `${keyword}: ${formatValue(before)} → ${formatValue(after)}`;
}

/** Returns JSON with sorted members, so that equal values have equal texts. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Whether two values of a schema are equal. An absent value equals only another absent one. */
export function same(a: unknown, b: unknown): boolean {
  return a === undefined || b === undefined ? a === b : canonical(a) === canonical(b);
}
