import * as jws from "#jws";
import { AccessTokenError } from "../issues/error.js";
import { attempt } from "../issues/options.js";
import { isObject } from "../json/is-object.js";
import { getOwn } from "../json/own.js";
import { typeName } from "../json/type-name.js";
import type { HmacKey } from "./jws.js";
import { requireHmac } from "./require-hmac.js";

/** The secrets of one API key: a single one, or several during a rotation. */
export type Secrets = string | readonly string[];

/**
 * The secrets by API key, or a function that looks up the secrets of one, the token's `iss`. It returns (or resolves to)
 * undefined or null for an unknown key. Its errors are passed on unchanged.
 */
export type KeyProvider =
  | Readonly<Record<string, Secrets>>
  | ((issuer: string) => Secrets | null | undefined | Promise<Secrets | null | undefined>);

/**
 * Checks the form of an API key and its secret.
 *
 * @throws AccessTokenError INVALID_KEYS when one is empty, not a string, or contains characters that no key contains, or when
 *   the two are swapped
 */
export function checkKeys(apiKey: unknown, apiSecret: unknown): void {
  checkText("key", apiKey);
  checkSecret(apiKey as string, apiSecret);
}

function checkSecret(apiKey: string, apiSecret: unknown): void {
  checkText("secret", apiSecret);
  if (API_KEY.test(apiSecret as string) && !API_KEY.test(apiKey)) {
    throw invalidKeys("the API secret looks like an API key; pass the key first and the secret second");
  }
}

/** Matches the API keys that LiveKit generates. */
const API_KEY = /^API[A-Za-z0-9]{12}$/;

/**
 * Matches white space or a quote at an end, and control characters, invisible ones and lone surrogates anywhere. No key
 * contains them, but pasting and files of environment variables add them. Does not match the invisible characters that join
 * the parts of emoji and words. A lone surrogate would be encoded as U+FFFD, so that different secrets would be the same key.
 */
const DISALLOWED =
  /^[\s"'`\u2018-\u201f]|[\s"'`\u2018-\u201f]$|[\p{Cc}\p{Cs}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/u;

function checkText(what: "key" | "secret", text: unknown): void {
  if (typeof text !== "string") throw invalidKeys(`the API ${what} must be a string; got ${typeName(text)}`);
  if (text === "") throw invalidKeys(`the API ${what} is empty`);
  if (!DISALLOWED.test(text)) return;
  throw invalidKeys(
    `the API ${what} has white space or a quote at an end, or a control or invisible character or lone surrogate in it; remove it`,
  );
}

/**
 * Prepares the secrets of one API key for verifying. Does not check the key: it may be an `iss` that anybody wrote into a
 * token.
 *
 * @throws AccessTokenError INVALID_KEYS when there is no secret, or one is invalid as for {@link checkKeys}
 */
export function importSecrets(apiKey: string, secrets: Secrets): HmacKey[] {
  return attempt("the array of secrets", () => {
    const keys: HmacKey[] = [];
    // secrets.map would skip holes of the array. This throws at the first hole, however many there are.
    for (const secret of Array.isArray(secrets) ? secrets : [secrets]) {
      checkSecret(apiKey, secret);
      keys.push(hmacKey(secret));
    }
    if (keys.length > 0) return keys;
    throw invalidKeys("the secrets of an API key must be a string or a non-empty array of them");
  });
}

/**
 * Prepares the secrets of several API keys for verifying.
 *
 * @param keys an object of secrets by API key
 * @throws AccessTokenError INVALID_KEYS when it is not such an object or is empty, or when a key or secret is invalid
 */
export function importKeys(keys: unknown): Map<string, HmacKey[]> {
  const entries = attempt("the object of keys", () => {
    if (!isObject(keys) || Symbol.iterator in keys) {
      throw invalidKeys("the keys must be a function, or an object of secrets by API key");
    }
    return Object.entries(keys) as [string, Secrets][];
  });
  if (entries.length === 0) throw invalidKeys("the object of keys is empty");
  return new Map(
    entries.map(([key, secrets]) => {
      checkText("key", key);
      return [key, importSecrets(key, secrets)];
    }),
  );
}

/**
 * Prepares a secret for signing and verifying. Does not check it.
 *
 * @throws AccessTokenError UNSUPPORTED_RUNTIME when the runtime can only read tokens
 */
export function hmacKey(secret: string): HmacKey {
  requireHmac();
  return jws.key(secret);
}

export function invalidKeys(message: string): AccessTokenError {
  return new AccessTokenError("INVALID_KEYS", message);
}

/**
 * Reads the environment variables LIVEKIT_API_KEY and LIVEKIT_API_SECRET.
 *
 * @throws AccessTokenError INVALID_ENV when one is missing or empty
 */
export function keysFromEnv(): { apiKey: string; apiSecret: string } {
  return { apiKey: variable("LIVEKIT_API_KEY"), apiSecret: variable("LIVEKIT_API_SECRET") };
}

function variable(name: string): string {
  // Browsers and some workers have no `process`.
  const env = (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env;
  const value = getOwn(env, name);
  // Shells and containers often pass an unset variable on as an empty one.
  if (typeof value !== "string" || value === "")
    throw new AccessTokenError("INVALID_ENV", `the environment variable ${name} is not set`);
  return value;
}
