const LONGEST = 80;

/** A value of a schema as JSON, cut when it is long; "none" for an absent one. */
export function shown(value: unknown): string {
  if (value === undefined) return "none";
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** `keyword: old → new`. */
export function move(keyword: string, before: unknown, after: unknown): string {
  return `${keyword}: ${shown(before)} → ${shown(after)}`;
}

/** JSON with sorted members, so that equal values have equal texts. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Whether two values of a schema are equal; an absent one equals nothing else. */
export function same(a: unknown, b: unknown): boolean {
  return a === undefined || b === undefined ? a === b : canonical(a) === canonical(b);
}
