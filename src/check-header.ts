import { jws } from "#jws";
import { AccessTokenError } from "./error.js";
import { ENCODED_HEADER, HEADER } from "./jws/header.js";
import { parseObject } from "./payload.js";

/** What most other SDKs write: alg before typ, and alg alone. */
const COMMON: ReadonlySet<string> = new Set([
  ENCODED_HEADER,
  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9",
  "eyJhbGciOiJIUzI1NiJ9",
]);

/** Whether a header says HS256 and no more, told without decoding it. */
export function isCommonHeader(encoded: string): boolean {
  return COMMON.has(encoded);
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
    throw new AccessTokenError("UNSUPPORTED_ALGORITHM", `the token's header must say "alg": "${HEADER.alg}"`);
  }
  if (Object.hasOwn(header, "crit")) {
    throw new AccessTokenError("UNSUPPORTED_ALGORITHM", 'the token\'s header must not have a "crit" member');
  }
}
