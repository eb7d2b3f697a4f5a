import * as jws from "#jws";
import { AccessTokenError } from "../issues/error.js";
import { getOwn } from "../json/own.js";
import { ENCODED_HEADER, HEADER } from "./header.js";
import { parseObject } from "./parse-object.js";

/**
 * Returns whether an encoded header is one of those that the common SDKs write. These name HS256 and have no
 * `crit`, so that they need not be decoded.
 */
export function isCommonHeader(encoded: string): boolean {
  return (
    encoded === ENCODED_HEADER ||
    // {"alg":"HS256","typ":"JWT"}
    encoded === "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9" ||
    // {"alg":"HS256"}
    encoded === "eyJhbGciOiJIUzI1NiJ9"
  );
}

/**
 * Decodes a header.
 *
 * @throws AccessTokenError MALFORMED_TOKEN when it is not a JSON object in canonical base64url
 */
export function parseHeader(encoded: string): Record<string, unknown> {
  return parseObject(jws.decode(encoded), "header");
}

/**
 * Accepts HS256 and nothing else, so that a token cannot choose how it is verified (RFC 8725, section 3.1).
 *
 * @throws AccessTokenError UNSUPPORTED_ALGORITHM for another algorithm, or a `crit` member
 */
export function checkAlgorithm(header: Record<string, unknown>): void {
  if (!Object.hasOwn(header, "alg") || header.alg !== HEADER.alg) {
    throw new AccessTokenError("UNSUPPORTED_ALGORITHM", describeAlgorithm(getOwn(header, "alg")));
  }
  if (Object.hasOwn(header, "crit")) {
    throw new AccessTokenError("UNSUPPORTED_ALGORITHM", 'the token\'s header must not have a "crit" member');
  }
}

/** Matches the names of RFC 7518, RFC 8037 and RFC 8812. Messages do not quote others, which may be any text. */
const KNOWN_ALGORITHM = /^(?:[HRPE]S(?:256|384|512)|ES256K|EdDSA)$/i;

function describeAlgorithm(alg: unknown): string {
  const fix = `mint the token with ${HEADER.alg}`;
  if (typeof alg !== "string") return `the token's header names no algorithm; ${fix}`;
  if (/^none$/i.test(alg)) return `the token is not signed: its algorithm is none; ${fix}`;
  return KNOWN_ALGORITHM.test(alg) && alg !== HEADER.alg
    ? `the token is signed with ${alg}; ${fix}`
    : `the token's algorithm is unknown; ${fix}`;
}
