import { isObject } from "../json/is-object.js";

const HIDDEN = "(an API secret, not printed)";

/** Shorter secrets are hidden only where they are the whole of a text: "secret", of `livekit-server --dev`, is a word. */
const SHORTEST_PART = 8;

/** Objects within each other that are looked into. What is nested deeper is not printed. */
const DEEPEST = 100;

/** Hides API secrets in a value that is to be printed or returned: in texts, and in names of members. */
export type Hide = <T>(value: T) => T;

/** @param secrets API secrets in every form that may be printed */
export function hideSecrets(secrets: readonly string[]): Hide {
  const known = [...new Set(secrets)].filter((secret) => secret !== "");
  if (known.length === 0) return (value) => value;
  const whole = new Set(known);
  // Longest first, so that no rest of a longer form is left.
  const parts = known
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
    .filter((secret) => secret.length >= SHORTEST_PART)
    .sort((a, b) => b.length - a.length);
  const inText = (text: string): string =>
    whole.has(text) ? HIDDEN : parts.reduce((rest, part) => rest.replaceAll(part, HIDDEN), text);
  const inValue = (value: unknown, depth: number): unknown => {
    if (typeof value === "string") return inText(value);
    if (depth > DEEPEST) return value;
    if (Array.isArray(value)) return value.map((element) => inValue(element, depth + 1));
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [inText(name), inValue(member, depth + 1)]),
    );
  };
  return <T>(value: T) => inValue(value, 0) as T;
}
