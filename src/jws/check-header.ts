import * as jws from "#jws";
import { AccessTokenError } from "../issues/error.js";
import { getOwn } from "../json/own.js";
import { ENCODED_HEADER, HEADER } from "./header.js";
import { parseObject } from "./parse-object.js";

/** Whether a header says HS256 and no more, as that of all common SDKs does; told without decoding it. */
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
 * Reads a header.
 *
 * @throws AccessTokenError MALFORMED_TOKEN when it is no JSON object in base64url
 */
export function parseHeader(encoded: string): Record<string, unknown> {
  return parseObject(jws.decode(encoded), "header");
}

/**
 * Accepts HS256 and nothing else, so that a token cannot choose how it is verified (RFC 8725, section 3.1).
 *
 * @throws AccessTokenError UNSUPPORTED_ALGORITHM
 */
export function checkAlgorithm(header: Record<string, unknown>): void {
  if (!Object.hasOwn(header, "alg") || header.alg !== HEADER.alg) {
    throw new AccessTokenError("UNSUPPORTED_ALGORITHM", describeAlgorithm(getOwn(header, "alg")));
  }
  if (Object.hasOwn(header, "crit")) {
    throw new AccessTokenError("UNSUPPORTED_ALGORITHM", 'the token\'s header must not have a "crit" member');
  }
}

/** The names of RFC 7518 and RFC 8037; others are not repeated, as they may be any text. */
const KNOWN_ALGORITHM = /^(?:[HRPE]S(?:256|384|512)|ES256K|EdDSA)$/i;

function describeAlgorithm(alg: unknown): string {
  const must = `LiveKit tokens are signed with ${HEADER.alg}, and their header says so`;
  if (typeof alg !== "string") return `the token's header names no algorithm; ${must}`;
  if (/^none$/i.test(alg)) return `the token is not signed: its algorithm is none; ${must}`;
  return KNOWN_ALGORITHM.test(alg) && alg !== HEADER.alg
    ? `the token is signed with ${alg}; ${must}`
    : `the token's algorithm is unknown; ${must}`;
}
