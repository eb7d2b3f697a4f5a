import * as jws from "#jws";
import { AccessTokenError } from "../issues/error.js";
import { isObject } from "../json/is-object.js";

/**
 * Parses the JSON object in a decoded part of a token. Drops the parser's own message, because it quotes the text.
 *
 * @param bytes undefined if the part is not canonical base64url
 * @throws AccessTokenError MALFORMED_TOKEN when there are no bytes, or they are not UTF-8, not JSON, or not an object
 */
export function parseObject(bytes: Uint8Array | undefined, part: "header" | "payload"): Record<string, unknown> {
  if (!bytes) throw notCanonical(part);
  const text = jws.text(bytes);
  if (text === undefined) throw malformed(`the token's ${part} is not UTF-8`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformed(`the token's ${part} is not JSON`);
  }
  if (!isObject(value)) throw malformed(`the token's ${part} is not a JSON object`);
  return value;
}

export function malformed(message: string): AccessTokenError {
  return new AccessTokenError("MALFORMED_TOKEN", message);
}

/** Returns the error for a part that is not canonical base64url. */
export function notCanonical(part: "header" | "payload" | "signature"): AccessTokenError {
  return malformed(`the token's ${part} is not canonical base64url without padding`);
}
