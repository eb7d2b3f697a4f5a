import * as jws from "#jws";
import { isObject, type Json } from "../json/is-object.js";

/** Parses the JSON object in a part of a token. Padding and the alphabet of standard base64 are accepted. */
export function decodePart(part: string): Json | undefined {
  const bytes = decodeBytes(part);
  const text = bytes && jws.text(bytes);
  return text === undefined ? undefined : parseObject(text);
}

/** Decodes base64 of any alphabet, with padding or without. */
export function decodeBytes(part: string): Uint8Array | undefined {
  const canonical = part
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/={1,2}$/, "");
  return jws.decode(canonical);
}

/** Parses a JSON object; undefined for any other text. */
export function parseObject(text: string): Json | undefined {
  const value = parseJson(text);
  return isObject(value) ? value : undefined;
}

/** Parses JSON; undefined for any other text. A parser's own message would quote the text. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
