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

/**
 * Returns the issues of a payload in the decode profile.
 *
 * @param payload plain JSON that nobody else uses: its roomConfig is replaced by its canonical form
 * @param visitor called by the normalizer for each part of the roomConfig
 */
export function decodeIssues(payload: Json, visitor?: Visitor): Issue[] {
  const { roomConfig } = payload;
  if (roomConfig === undefined || roomConfig === null) return schemaIssues(checkDecodedClaims, payload, "Claims");
  const { value, issues } = normalizeRoomConfig(roomConfig, ["roomConfig"], visitor);
  payload.roomConfig = value;
  return [...loneSurrogates(roomConfig), ...issues, ...schemaIssues(checkDecodedClaims, payload, "Claims")];
}

/**
 * Checks a payload by the decode profile.
 *
 * @param payload a value that JSON.parse returned; changed as by {@link decodeIssues}
 * @param found an issue that the caller has found already, listed first
 * @throws AccessTokenError INVALID_CLAIMS when there is any issue
 */
export function checkDecoded(payload: Json, found?: Issue): void {
  disinherit(payload);
  const issues = decodeIssues(payload);
  if (found !== undefined) issues.unshift(found);
  if (issues.length > 0) throw issuesError("INVALID_CLAIMS", "the token's claims are invalid", limitIssues(issues));
}

/** Returns the claims of a payload that {@link checkDecoded} has accepted, with all defaults filled in. */
export function buildDecoded(payload: Json): Claims {
  // The builder takes what the decode profile accepts. Its type requires members that it would fill in.
  return buildClaims(payload as unknown as Claims);
}
