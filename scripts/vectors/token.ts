import { Buffer } from "node:buffer";
import { createHmac } from "node:crypto";
import type { Json } from "./vector.js";

/** 2026-01-01T00:00:00Z: the time at which every vector is judged unless it says otherwise. */
export const CLOCK = 1_767_225_600;

/** 2100-01-01T00:00:00Z and 2020-01-01T00:00:00Z, so that a verifier with the real time gives the same verdicts. */
export const LATER = 4_102_444_800;
export const EARLIER = 1_577_836_800;

export const KEY = "APIvectors";
/** Hexadecimal, and base64 too, so that there is something to see when a verifier decodes it instead of using its text. */
export const SECRET = "feedfacecafebeeffeedfacecafebeef";
export const OTHER_KEY = "APIanother";
export const OTHER_SECRET = "anotherKeysSecretIsAtLeastThisLong";

export const HEADER: Json = { alg: "HS256", typ: "JWT" };

/** A payload that is in order; its times are passed on and not by any clock of this decade or the next ones. */
export const BASE: Json = { iss: KEY, sub: "alice", exp: LATER, nbf: EARLIER };

/** The parts of a token as they stand in it. */
export interface Parts {
  readonly header: string;
  readonly payload: string;
  readonly signature: string;
}

export type Secret = string | Uint8Array;

/** Base64url. Texts and bytes are taken as they are, everything else as JSON. */
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

/** The token of two parts, whatever they hold, with the HMAC that belongs to them as they stand. */
export function sign(header: string, payload: string, secret: Secret = SECRET): string {
  return join(partsOf(header, payload, secret));
}

/** The JSON of a payload with members added that JSON.stringify would not write so. */
export function rawPayload(members: string, base: Json = BASE): string {
  return `${JSON.stringify(base).slice(0, -1)},${members}}`;
}
