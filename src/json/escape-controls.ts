/**
 * Characters that a terminal obeys, or does not show: the control characters of ASCII and Latin-1 (which start colors, move
 * the cursor, set titles), line separators, marks that turn the direction of writing, and whatever has no width, such as
 * soft hyphens, byte order marks and tags. What joins the parts of an emoji is shown by them.
 */
const HIDDEN =
  /(?!(?<=\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d(?=\p{Extended_Pictographic})|(?<=\p{Extended_Pictographic})\ufe0f)[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb]/gu;

/** Escapes such characters of a text as JSON does, so that no token can steer a terminal or hide what it holds. */
export function escapeControls(text: string): string {
  return text.replace(HIDDEN, escaped);
}

/** JSON that is safe to print, indented. It reads back as the same value. */
export function printableJson(value: unknown): string {
  // The line feeds of the indentation are the only ones: those in texts are escaped already.
  return JSON.stringify(value, null, 2).replace(HIDDEN, (found) => (found === "\n" ? found : escaped(found)));
}

/** JSON that is safe to print, in one line. */
export function jsonLine(value: unknown): string {
  return escapeControls(JSON.stringify(value));
}

/** Characters beyond 16 bits become two escapes. */
function escaped(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
