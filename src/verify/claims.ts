import * as jws from "#jws";
import type { Claims as ClaimsType } from "../../generated/types.js";
import { buildDecoded, checkDecoded } from "../claims/decode.js";
import { NOT_NEGATIVE, type OptionRules, readOptions } from "../issues/options.js";
import { DEFAULT_MAX_TOKEN_BYTES } from "../json/largest-token.js";
import { parseHeader } from "../jws/check-header.js";
import { splitToken } from "../jws/compact-jws.js";
import { parseObject } from "../jws/parse-object.js";

/** The payload of a LiveKit access token, with every default filled in. */
export type Claims = ClaimsType;

declare const verified: unique symbol;

/**
 * Claims that TokenVerifier.verify returned, a type that no other claims have: a function that takes VerifiedClaims cannot
 * be called with those of Claims.fromUnverified by mistake.
 */
export type VerifiedClaims = ClaimsType & { readonly [verified]: true };

export interface ReadOptions {
  /** The size over which a token is not looked at; 1 MiB unless set. */
  readonly maxTokenBytes?: number;
}

const OPTIONS: OptionRules<ReadOptions> = { maxTokenBytes: NOT_NEGATIVE };

export const Claims = {
  /**
   * Reads a token's claims without verifying it: neither the signature nor the times are looked at, so nothing here may
   * be relied on. The types are checked all the same, and defaults filled in (`exp` reads 0 and `iss` "" when absent).
   *
   * @throws AccessTokenError MALFORMED_TOKEN, INVALID_CLAIMS
   */
  fromUnverified(token: string, options: ReadOptions = {}): Claims {
    const { maxTokenBytes } = readOptions("Claims.fromUnverified", options, OPTIONS);
    const { header, payload } = splitToken(token, maxTokenBytes ?? DEFAULT_MAX_TOKEN_BYTES);
    parseHeader(header);
    const parsed = parseObject(jws.decode(payload), "payload");
    checkDecoded(parsed);
    return buildDecoded(parsed);
  },
} as const;
