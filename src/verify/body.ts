import * as jws from "#jws";
import type { Claims } from "../../generated/types.js";
import { AccessTokenError, invalidArgument } from "../issues/error.js";
import { attempt } from "../issues/options.js";
import { getOwn } from "../json/own.js";
import { rawBody } from "../json/raw-body.js";
import { typeName } from "../json/type-name.js";
import { equalText } from "../jws/equal-text.js";
import { requireHmac } from "../jws/require-hmac.js";

/** The raw body of a message. A string is hashed as its UTF-8 bytes. */
export type Body = string | Uint8Array | ArrayBuffer;

/**
 * Returns the value of the `sha256` claim for a body: its SHA-256 digest in base64.
 *
 * @throws AccessTokenError INVALID_ARGUMENT when the body is neither text nor bytes, UNSUPPORTED_RUNTIME when the runtime
 *   cannot hash
 */
export async function hashBody(body: Body): Promise<string> {
  requireHmac();
  return jws.digest(bytesOf(body));
}

/**
 * Checks that the `sha256` claim of verified claims is the digest of a body. Pass the body as it was received: JSON that was
 * parsed and written again has other bytes.
 *
 * @throws AccessTokenError BODY_MISMATCH when the digest differs or the claims have no `sha256`; INVALID_ARGUMENT when the body
 *   is neither text nor bytes, for example already parsed; UNSUPPORTED_RUNTIME when the runtime cannot hash
 */
export async function verifyBody(claims: Pick<Claims, "sha256">, body: Body): Promise<void> {
  const bytes = bytesOf(body) as Body;
  const expected = attempt("the claims", () => getOwn(claims, "sha256"));
  if (typeof expected !== "string" || expected === "") {
    throw new AccessTokenError(
      "BODY_MISMATCH",
      "the token has no sha256 claim; use the token that was sent with the body",
    );
  }
  if (!equalText(expected, await hashBody(bytes))) {
    const message =
      "the body's SHA-256 digest differs from the token's sha256 claim; pass the body as received, not parsed and written again";
    throw new AccessTokenError("BODY_MISMATCH", message);
  }
}

/**
 * Returns the text of a body, or a copy of its bytes.
 *
 * @throws AccessTokenError INVALID_ARGUMENT when the body is neither, for example already parsed
 */
export function bytesOf(body: unknown): string | Uint8Array {
  const raw = attempt("the body", () => rawBody(body));
  if (typeof raw === "string") return raw;
  // A copy, so that the bytes cannot change between hashing and parsing.
  if (raw) return raw.slice();
  throw invalidArgument(
    `pass the raw body, a string, a Uint8Array or an ArrayBuffer; got ${typeName(body)}. Read it before any body parser; in Express: app.post("/webhook", express.raw({ type: "application/webhook+json" }), …)`,
  );
}
