import type { Claims } from "../../generated/types.js";
import { checkDecodedClaims } from "../../generated/validators.js";
import { issuesError } from "../issues/error.js";
import { type Issue, limitIssues } from "../issues/issue.js";
import { schemaIssues } from "../issues/schema-issues.js";
import { disinherit } from "../json/disinherit.js";
import type { Json } from "../json/is-object.js";
import { loneSurrogates } from "../room-config/lone-surrogates.js";
import { normalizeRoomConfig, type Visitor } from "../room-config/normalize.js";
import { buildClaims } from "./build.js";

/** Escapes of JSON start with it. Only an escape can make a lone surrogate, since no UTF-8 encodes one. */
const BACKSLASH = 0x5c;

/**
 * Returns the issues of a payload in the decode profile.
 *
 * @param payload plain JSON that nobody else uses: its roomConfig is replaced by its canonical form
 * @param visitor called by the normalizer for each part of the roomConfig
 * @param bytes the UTF-8 of its JSON. Only an optimization
 */
export function decodeIssues(payload: Json, visitor?: Visitor, bytes?: Uint8Array): Issue[] {
  const { roomConfig = null } = payload;
  if (roomConfig === null) return schemaIssues(checkDecodedClaims, payload, "Claims");
  const { value, issues } = normalizeRoomConfig(roomConfig, ["roomConfig"], visitor);
  payload.roomConfig = value;
  const surrogates = bytes?.includes(BACKSLASH) === false ? [] : loneSurrogates(roomConfig);
  return [...surrogates, ...issues, ...schemaIssues(checkDecodedClaims, payload, "Claims")];
}

/**
 * Checks a payload by the decode profile.
 *
 * @param payload a value that JSON.parse returned; changed as by {@link decodeIssues}
 * @param bytes the UTF-8 of its JSON
 * @param found an issue that the caller has found already, listed first
 * @throws AccessTokenError INVALID_CLAIMS when there is any issue
 */
export function checkDecoded(payload: Json, bytes: Uint8Array, found?: Issue): void {
  disinherit(payload);
  const issues = decodeIssues(payload, undefined, bytes);
  if (found !== undefined) issues.unshift(found);
  if (issues.length > 0) throw issuesError("INVALID_CLAIMS", "the token's claims are invalid", limitIssues(issues));
}

/** Returns the claims of a payload that {@link checkDecoded} has accepted, with all defaults filled in. */
export function buildDecoded(payload: Json): Claims {
  // The builder takes what the decode profile accepts. Its type requires members that it would fill in.
  return buildClaims(payload as unknown as Claims);
}
