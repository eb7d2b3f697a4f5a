import * as jws from "#jws";
import { AccessTokenError } from "../issues/error.js";
import type { HmacKey } from "./jws.js";
import { requireHmac } from "./require-hmac.js";

/** The secrets of one API key: one, or several while they are being rotated. */
export type Secrets = string | readonly string[];

/** Secrets by API key, or a function that looks them up and gives undefined or null for a key that it does not know. */
export type KeyProvider =
  | Readonly<Record<string, Secrets>>
  | ((issuer: string) => Secrets | null | undefined | Promise<Secrets | null | undefined>);

/**
 * @throws AccessTokenError INVALID_KEYS when one is empty or no string
 */
export function checkKeys(apiKey: unknown, apiSecret: unknown): void {
  if (typeof apiKey !== "string" || apiKey === "") throw invalidKeys("the API key must be a non-empty string");
  if (typeof apiSecret !== "string" || apiSecret === "") throw invalidKeys("the API secret must be a non-empty string");
}

/**
 * Makes the secrets of one API key ready to verify with.
 *
 * @throws AccessTokenError INVALID_KEYS when there is none, or one is empty or no string
 */
export function importSecrets(apiKey: string, secrets: Secrets): HmacKey[] {
  const list = typeof secrets === "string" ? [secrets] : secrets;
  if (!Array.isArray(list) || list.length === 0) {
    throw invalidKeys("the secrets of an API key must be a string or a non-empty array of them");
  }
  // Not list.map, which passes over holes.
  return Array.from(list, (secret) => {
    checkKeys(apiKey, secret);
    return hmacKey(secret);
  });
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
 * @throws AccessTokenError INVALID_ENV when one is missing
 */
export function keysFromEnv(): { apiKey: string; apiSecret: string } {
  return { apiKey: variable("LIVEKIT_API_KEY"), apiSecret: variable("LIVEKIT_API_SECRET") };
}

function variable(name: string): string {
  // There is no process in a browser, nor in every worker.
  const value = (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env?.[name];
  if (value === undefined) throw new AccessTokenError("INVALID_ENV", `the environment variable ${name} is not set`);
  return value;
}
