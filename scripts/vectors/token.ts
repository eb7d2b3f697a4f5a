import { Buffer } from "node:buffer";
import { createHmac } from "node:crypto";
import type { Json } from "./vector.js";

/** 2026-01-01T00:00:00Z: the time at which every vector is verified unless it has another one. */
export const CLOCK = 1_767_225_600;

/** 2100-01-01T00:00:00Z and 2020-01-01T00:00:00Z, so that verifiers with the real time return the same results. */
export const LATER = 4_102_444_800;
export const EARLIER = 1_577_836_800;

export const KEY = "APIvectors";
/**
 * A text that is also valid hexadecimal and base64, to detect verifiers that decode the secret instead of using its
 * text.
 */
export const SECRET = "feedfacecafebeeffeedfacecafebeef";
export const OTHER_KEY = "APIanother";
export const OTHER_SECRET = "anotherKeysSecretIsAtLeastThisLong";

export const HEADER: Json = { alg: "HS256", typ: "JWT" };

/** A valid payload. Its times are right for any clock of the next decades. */
export const BASE: Json = { iss: KEY, sub: "alice", exp: LATER, nbf: EARLIER };

/** The parts of a token in their encoded form. */
export interface Parts {
  readonly header: string;
  readonly payload: string;
  readonly signature: string;
}

export type Secret = string | Uint8Array;

/** Returns base64url. Strings and bytes are encoded unchanged, other values as JSON. */
export function encode(part: unknown): string {
  if (part instanceof Uint8Array) return Buffer.from(part).toString("base64url");
  return Buffer.from(typeof part === "string" ? part : JSON.stringify(part)).toString("base64url");
}

export function hmac(input: Secret, secret: Secret = SECRET, hash = "sha256"): Buffer {
  return createHmac(hash, secret).update(input).digest();
}

export function partsOf(header: string, payload: string, secret: Secret = SECRET): Parts {
  return { header, payload, signature: hmac(`${header}.${payload}`, secret).toString("base64url") };
}

export function join({ header, payload, signature }: Parts): string {
  return `${header}.${payload}.${signature}`;
}

/** Returns the token of two parts with any content. The HMAC is right for these parts. */
export function sign(header: string, payload: string, secret: Secret = SECRET): string {
  return join(partsOf(header, payload, secret));
}

/** Returns the JSON of a payload with added members that JSON.stringify would not write, such as a repeated name. */
export function rawPayload(members: string, base: Json = BASE): string {
  return `${JSON.stringify(base).slice(0, -1)},${members}}`;
}
