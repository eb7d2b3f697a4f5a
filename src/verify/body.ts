import * as jws from "#jws";
import type { Claims } from "../../generated/types.js";
import { AccessTokenError } from "../issues/error.js";
import { equalText } from "../jws/equal-text.js";
import { requireHmac } from "../jws/require-hmac.js";

/** A message body, as it was sent: text counts as its UTF-8 bytes. */
export type Body = string | Uint8Array;

/** The value of the `sha256` claim for a body: the base64 of its SHA-256 digest. */
export async function hashBody(body: Body): Promise<string> {
  requireHmac();
  return jws.digest(body);
}

/**
 * Checks that a body is the one that verified claims vouch for. Pass the bytes as they were received: JSON that has been
 * parsed and written again is another body.
 *
 * @throws AccessTokenError BODY_MISMATCH, also when the claims have no `sha256`
 */
export async function verifyBody(claims: Pick<Claims, "sha256">, body: Body): Promise<void> {
  if (!claims.sha256)
    throw new AccessTokenError("BODY_MISMATCH", "the token vouches for no body: it has no sha256 claim");
  if (!equalText(claims.sha256, await hashBody(body))) {
    throw new AccessTokenError("BODY_MISMATCH", "the body is not the one that the token's sha256 claim is for");
  }
}
