/**
 * Matches characters that a terminal obeys or does not show: control characters of ASCII and Latin-1 (which start colors,
 * move the cursor, set titles), line separators, marks that change the direction of writing, and characters without width,
 * such as soft hyphens, byte order marks and tags. Does not match the characters that join the parts of an emoji.
 */
const HIDDEN =
  /(?!(?<=\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d(?=\p{Extended_Pictographic})|(?<=\p{Extended_Pictographic})\ufe0f)[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb]/gu;

/**
 * Escapes the control and invisible characters of a text as JSON does (`\u001b`), so that no token can control a terminal or
 * hide parts of itself.
 */
export function escapeControls(text: string): string {
  return text.replace(HIDDEN, escaped);
}

/** Returns indented JSON that is safe to print. It parses to the same value. */
export function printableJson(value: unknown): string {
  // Every line feed is one of the indentation: JSON.stringify has escaped those in strings.
  return JSON.stringify(value, null, 2).replace(HIDDEN, (found) => (found === "\n" ? found : escaped(found)));
}

/** Returns JSON in one line that is safe to print. It parses to the same value. */
export function jsonLine(value: unknown): string {
  return escapeControls(JSON.stringify(value));
}

/** Returns the escape of a character: `\uXXXX`, or two of them for a character beyond 16 bits. */
function escaped(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
