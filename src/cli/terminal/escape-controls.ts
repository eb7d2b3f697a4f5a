/**
 * What a terminal takes for orders and not for text: the control characters of ASCII and Latin-1 (which start colours, move
 * the cursor, set titles), line separators, and what turns the direction of writing.
 */
const ORDERS = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A text with such characters written as JSON escapes them, so that what stands in a token cannot steer a terminal. */
export function escapeControls(text: string): string {
  return text.replace(ORDERS, escaped);
}

/** JSON that is safe to print, indented; it reads back as the same value. */
export function printableJson(value: unknown): string {
  // The line feeds of the indentation are the only ones: those in texts are escaped already.
  return JSON.stringify(value, null, 2).replace(ORDERS, (order) => (order === "\n" ? order : escaped(order)));
}

function escaped(order: string): string {
  return `\\u${order.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
