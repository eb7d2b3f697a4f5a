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
 * Checks a payload by the decode profile.
 *
 * @param payload plain JSON that belongs to the caller alone: its roomConfig is replaced by the canonical one
 * @param visitor follows the normalizer through the roomConfig
 */
export function decodeIssues(payload: Json, visitor?: Visitor): Issue[] {
  const { roomConfig } = payload;
  if (roomConfig === undefined || roomConfig === null) return schemaIssues(checkDecodedClaims, payload, "Claims");
  const { value, issues } = normalizeRoomConfig(roomConfig, ["roomConfig"], visitor);
  payload.roomConfig = value;
  return [...loneSurrogates(roomConfig), ...issues, ...schemaIssues(checkDecodedClaims, payload, "Claims")];
}

/**
 * Refuses a payload that is invalid by the decode profile.
 *
 * @param payload what JSON.parse returned; as for {@link decodeIssues}
 * @param found what the caller has found wrong already
 * @throws AccessTokenError INVALID_CLAIMS
 */
export function checkDecoded(payload: Json, found?: Issue): void {
  disinherit(payload);
  const issues = decodeIssues(payload);
  if (found !== undefined) issues.unshift(found);
  if (issues.length > 0) throw issuesError("INVALID_CLAIMS", "the token's claims are invalid", limitIssues(issues));
}

/** The claims of a payload that {@link checkDecoded} accepts, with defaults filled in. */
export function buildDecoded(payload: Json): Claims {
  // Valid by the decode profile, which is what the builder takes; its type asks for members that it fills in.
  return buildClaims(payload as unknown as Claims);
}
