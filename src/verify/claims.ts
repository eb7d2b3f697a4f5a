import * as jws from "#jws";
import type { Claims as ClaimsType } from "../../generated/types.js";
import { decodeClaims } from "../claims/decode.js";
import { NOT_NEGATIVE, type OptionRules, readOptions } from "../issues/options.js";
import { DEFAULT_MAX_TOKEN_BYTES } from "../json/largest-token.js";
import { parseHeader } from "../jws/check-header.js";
import { splitToken } from "../jws/compact-jws.js";
import { parseObject } from "../jws/parse-object.js";

/** The payload of a LiveKit access token, with every default filled in. */
export type Claims = ClaimsType;

declare const verified: unique symbol;

/**
 * Claims of a verified token, as TokenVerifier returns them. A function that takes VerifiedClaims cannot be called with the
 * claims of Claims.fromUnverified by mistake: their type is different.
 */
export type VerifiedClaims = ClaimsType & { readonly [verified]: true };

/** The options of {@link Claims.fromUnverified}. */
export interface ReadOptions {
  /** The size of the largest token that is read, in bytes. 1,048,576 (1 MiB) by default. */
  readonly maxTokenBytes?: number;
}

const OPTIONS: OptionRules<ReadOptions> = { maxTokenBytes: NOT_NEGATIVE };

/** Reads claims without verifying them. */
export const Claims = {
  /**
   * Reads a token's claims without verifying it. Neither the signature nor the times are checked, so anyone may have written
   * these claims: do not base decisions on them. The types are checked, and defaults are filled in: an absent `exp` reads 0, an
   * absent `iss` "".
   *
   * @throws AccessTokenError MALFORMED_TOKEN when the token is not a compact JWS or is too large, INVALID_CLAIMS when a claim
   *   has an invalid value, INVALID_ARGUMENT when an option is invalid
   */
  fromUnverified(token: string, options: ReadOptions = {}): Claims {
    const { maxTokenBytes } = readOptions("Claims.fromUnverified", options, OPTIONS);
    const { header, payload } = splitToken(token, maxTokenBytes ?? DEFAULT_MAX_TOKEN_BYTES);
    parseHeader(header);
    const bytes = jws.decode(payload);
    const parsed = parseObject(bytes, "payload");
    return decodeClaims(parsed, bytes as Uint8Array);
  },
} as const;
