import { typeName } from "../json/type-name.js";
import { malformed } from "./parse-object.js";

/** Matches canonical base64url of 32 bytes. The last character encodes four bits, and its other two bits are zero. */
const SIGNATURE = /^[\w-]{42}[AEIMQUYcgkosw048]$/;

/** The three parts of a compact JWS (RFC 7515, section 7.1), not decoded yet. */
export interface CompactJws {
  readonly header: string;
  readonly payload: string;
  readonly signature: string;
  readonly signingInput: string;
}

/**
 * Splits a token into its parts. Does not decode them.
 *
 * @throws AccessTokenError MALFORMED_TOKEN when the token is not a string of three parts, or is longer than `maxTokenBytes`
 */
export function splitToken(token: unknown, maxTokenBytes: number): CompactJws {
  if (typeof token !== "string") throw malformed(`the token must be a string; got ${typeName(token)}`);
  if (token === "") throw malformed("the token is empty");
  // Each character of a well-formed token is a byte.
  if (!(token.length <= maxTokenBytes)) throw malformed(`the token is longer than ${maxTokenBytes} bytes`);
  if (token[6] === " " && /^bearer/i.test(token))
    throw malformed('the token starts with "Bearer "; pass only what follows');
  if (token.trim() !== token) throw malformed("the token has white space around it; trim it");
  const first = token.indexOf(".");
  const second = token.indexOf(".", first + 1);
  if (first < 0 || second < 0 || token.indexOf(".", second + 1) >= 0) {
    throw malformed("the token must have three parts with dots between");
  }
  return {
    header: token.slice(0, first),
    payload: token.slice(first + 1, second),
    signature: token.slice(second + 1),
    signingInput: token.slice(0, second),
  };
}

/**
 * Checks the form of a signature.
 *
 * @throws AccessTokenError MALFORMED_TOKEN when it is not the canonical base64url of 32 bytes, the size of an HMAC-SHA-256
 */
export function checkSignatureForm({ signature }: CompactJws): void {
  if (SIGNATURE.test(signature)) return;
  throw malformed("the token's signature is not 32 bytes in canonical base64url without padding");
}
