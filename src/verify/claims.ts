import * as jws from "#jws";
import type { Claims as ClaimsType } from "../../generated/types.js";
import { buildDecoded, checkDecoded } from "../claims/decode.js";
import { parseHeader } from "../jws/check-header.js";
import { DEFAULT_MAX_TOKEN_BYTES, splitToken } from "../jws/compact-jws.js";
import { parseObject } from "../jws/parse-object.js";

/** The payload of a LiveKit access token, with every default filled in. */
export type Claims = ClaimsType;

export const Claims = {
  /**
   * Reads a token's claims without verifying it: neither the signature nor the times are looked at, so nothing here may
   * be relied on. The types are checked all the same, and defaults filled in (`exp` reads 0 and `iss` "" when absent).
   *
   * @param options.maxTokenBytes the size over which a token is not looked at; 1 MiB unless set
   * @throws AccessTokenError MALFORMED_TOKEN, INVALID_CLAIMS
   */
  fromUnverified(token: string, options: { readonly maxTokenBytes?: number } = {}): Claims {
    const { header, payload } = splitToken(token, options.maxTokenBytes ?? DEFAULT_MAX_TOKEN_BYTES);
    parseHeader(header);
    const parsed = parseObject(jws.decode(payload), "payload");
    checkDecoded(parsed);
    return buildDecoded(parsed);
  },
} as const;
