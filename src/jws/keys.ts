import * as jws from "#jws";
import { AccessTokenError } from "../issues/error.js";
import { attempt } from "../issues/options.js";
import { isObject } from "../json/is-object.js";
import { getOwn } from "../json/own.js";
import type { HmacKey } from "./jws.js";
import { requireHmac } from "./require-hmac.js";

/** The secrets of one API key: one, or several while they are being rotated. */
export type Secrets = string | readonly string[];

/** Secrets by API key, or a function that looks them up and gives undefined or null for a key that it does not know. */
export type KeyProvider =
  | Readonly<Record<string, Secrets>>
  | ((issuer: string) => Secrets | null | undefined | Promise<Secrets | null | undefined>);

/**
 * @throws AccessTokenError INVALID_KEYS when one is empty or no string, has characters that no key has, or stands in the place
 *   of the other
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

/** As LiveKit makes them. */
const API_KEY = /^API[A-Za-z0-9]{12}$/;

/**
 * Matches characters that no key has; pasting and files of environment variables add them. A lone surrogate would be
 * signed as U+FFFD, so that different secrets would be the same key.
 */
const FAULT = /^[\s"'`\u2018-\u201f]|[\s"'`\u2018-\u201f]$|[\ufeff\p{Cc}\p{Cs}]/u;

function checkText(what: "key" | "secret", text: unknown): void {
  if (typeof text !== "string" || text === "") throw invalidKeys(`the API ${what} must be a non-empty string`);
  if (!FAULT.test(text)) return;
  throw invalidKeys(
    `the API ${what} has white space or a quote at an end, or a control character, byte order mark or lone surrogate in it; remove it`,
  );
}

/**
 * Makes the secrets of one API key ready to verify with. The key may be the issuer that a stranger wrote into a token, and is
 * not checked.
 *
 * @throws AccessTokenError INVALID_KEYS when there is none, or one is empty or no string
 */
export function importSecrets(apiKey: string, secrets: Secrets): HmacKey[] {
  return attempt("the array of secrets", () => {
    const keys: HmacKey[] = [];
    // Not secrets.map, which passes over holes: at the first this throws, however many there are.
    for (const secret of Array.isArray(secrets) ? secrets : [secrets]) {
      checkSecret(apiKey, secret);
      keys.push(hmacKey(secret));
    }
    if (keys.length > 0) return keys;
    throw invalidKeys("the secrets of an API key must be a string or a non-empty array of them");
  });
}

/**
 * The secrets of each API key in an object of them, ready to verify with.
 *
 * @throws AccessTokenError INVALID_KEYS when it is empty or no plain object, or a key or secret is invalid
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
 * Makes a secret ready to sign and verify with.
 *
 * @throws AccessTokenError UNSUPPORTED_RUNTIME
 */
export function hmacKey(secret: string): HmacKey {
  requireHmac();
  return jws.key(secret);
}

export function invalidKeys(message: string): AccessTokenError {
  return new AccessTokenError("INVALID_KEYS", message);
}

/**
 * Reads LIVEKIT_API_KEY and LIVEKIT_API_SECRET.
 *
 * @throws AccessTokenError INVALID_ENV when one is missing or empty
 */
export function keysFromEnv(): { apiKey: string; apiSecret: string } {
  return { apiKey: variable("LIVEKIT_API_KEY"), apiSecret: variable("LIVEKIT_API_SECRET") };
}

function variable(name: string): string {
  // There is no process in a browser, nor in every worker.
  const env = (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env;
  const value = getOwn(env, name);
  // An empty one is how a shell or a container has a variable that nobody set.
  if (typeof value !== "string" || value === "")
    throw new AccessTokenError("INVALID_ENV", `the environment variable ${name} is not set`);
  return value;
}
