import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { AccessTokenError, type AccessTokenErrorCode, type Issue } from "../../src/index.js";

export const KEY = "myapikey";
export const SECRET = "thiskeyistotallyunsafe";

/** The test token of the Rust SDK, which the Python SDK made with {@link KEY} and {@link SECRET}. */
export const SEED_TOKEN = readFileSync(new URL("../fixtures/seed-token.txt", import.meta.url), "utf8").trim();

/** The time of {@link clock} in seconds: 2026-01-01T00:00:00Z. */
export const NOW = 1_767_225_600;
export const clock = (): number => NOW * 1000;

export const base64url = (data: string | Uint8Array): string => Buffer.from(data as string).toString("base64url");

/** Signs a payload, valid or not, without the code under test. Strings and bytes are encoded as they are. */
export function forge(
  payload: unknown,
  { header = { alg: "HS256", typ: "JWT" } as unknown, secret = SECRET } = {},
): string {
  const encode = (part: unknown): string =>
    base64url(typeof part === "string" || part instanceof Uint8Array ? part : JSON.stringify(part));
  return signRaw(`${encode(header)}.${encode(payload)}`, secret);
}

/** Appends the HMAC to a signing input. */
export function signRaw(signingInput: string, secret = SECRET, hash = "sha256"): string {
  return `${signingInput}.${createHmac(hash, secret).update(signingInput).digest("base64url")}`;
}

/** Signs a payload with an HMAC of another length: HS384 or HS512. */
export function forgeWith(alg: "HS384" | "HS512", payload: unknown, secret = SECRET): string {
  const [header, claims] = forge(payload, { header: { alg, typ: "JWT" } }).split(".");
  return signRaw(`${header}.${claims}`, secret, `sha${alg.slice(2)}`);
}

/** Returns a payload that verifies at {@link clock}, with more members. */
export const payload = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  iss: KEY,
  exp: NOW + 600,
  nbf: NOW,
  sub: "alice",
  ...more,
});

/** Returns the AccessTokenError that a call throws or a promise rejects with. */
export async function failure(attempt: (() => unknown) | Promise<unknown>): Promise<AccessTokenError> {
  try {
    await (typeof attempt === "function" ? attempt() : attempt);
  } catch (error) {
    if (error instanceof AccessTokenError) return error;
    throw error;
  }
  throw new Error("expected an AccessTokenError, but nothing was thrown");
}

export const codeOf = async (attempt: (() => unknown) | Promise<unknown>): Promise<AccessTokenErrorCode> =>
  (await failure(attempt)).code;

export const issuesOf = async (attempt: (() => unknown) | Promise<unknown>): Promise<readonly Issue[]> =>
  (await failure(attempt)).issues;

export const pointersOf = async (attempt: (() => unknown) | Promise<unknown>): Promise<string[]> =>
  (await issuesOf(attempt)).map((issue) => issue.pointer);

/** Returns the decoded text of one part of a token. */
export function partOf(token: string, part: "header" | "payload"): string {
  return Buffer.from(token.split(".")[part === "header" ? 0 : 1] ?? "", "base64url").toString();
}

/** Returns the payload of a token, decoded without the code under test. */
export const payloadOf = (token: string): Record<string, unknown> => JSON.parse(partOf(token, "payload"));
