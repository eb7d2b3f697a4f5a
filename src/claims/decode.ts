import { fillClaims } from "../../generated/fillers.js";
import type { Claims, RoomConfiguration } from "../../generated/types.js";
import { checkDecodedClaims } from "../../generated/validators.js";
import { issuesError } from "../issues/error.js";
import { type Issue, limitIssues } from "../issues/issue.js";
import { schemaIssues } from "../issues/schema-issues.js";
import { disinherit } from "../json/disinherit.js";
import type { Json } from "../json/is-object.js";
import { buildRoomConfiguration } from "../room-config/build.js";
import { isCanonical } from "../room-config/is-canonical.js";
import { loneSurrogates } from "../room-config/lone-surrogates.js";
import { normalizeRoomConfig, type Visitor } from "../room-config/normalize.js";

/** Escapes of JSON start with it. Only an escape can make a lone surrogate, since no UTF-8 encodes one. */
const BACKSLASH = 0x5c;

/**
 * Returns the issues of a payload in the decode profile.
 *
 * @param payload plain JSON that nobody else uses: its roomConfig is replaced by its canonical form
 * @param visitor called by the normalizer for each part of the roomConfig
 */
export function decodeIssues(payload: Json, visitor?: Visitor): Issue[] {
  const { roomConfig = null } = payload;
  if (roomConfig === null) return typeIssues(payload);
  return [...loneSurrogates(roomConfig), ...normalizedIssues(payload, visitor)];
}

function normalizedIssues(payload: Json, visitor?: Visitor): Issue[] {
  const { value, issues } = normalizeRoomConfig(payload.roomConfig, ["roomConfig"], visitor);
  payload.roomConfig = value;
  return [...issues, ...typeIssues(payload)];
}

const typeIssues = (payload: Json): Issue[] => schemaIssues(checkDecodedClaims, payload, "Claims");

/**
 * Checks a payload by the decode profile, and returns its claims with all defaults filled in.
 *
 * @param payload a value that JSON.parse returned, and that nobody else uses
 * @param bytes the UTF-8 of its JSON
 * @param found an issue that the caller has found already, listed first
 * @throws AccessTokenError INVALID_CLAIMS when there is any issue
 */
export function decodeClaims(payload: Json, bytes: Uint8Array, found?: Issue): Claims {
  disinherit(payload);
  // The builder takes what the decode profile accepts. Its type requires members that it would fill in.
  const accepted = payload as unknown as Claims;
  const { roomConfig = null } = payload;
  if (roomConfig === null) {
    refuseIssues(typeIssues(payload), found);
    return fillClaims(accepted);
  }
  // Most room configurations are canonical, and need no copies.
  const canonical = isCanonical(roomConfig);
  const surrogates = bytes.includes(BACKSLASH) ? loneSurrogates(roomConfig) : [];
  refuseIssues([...surrogates, ...(canonical ? typeIssues(payload) : normalizedIssues(payload))], found);
  const claims = fillClaims(accepted);
  if (!canonical) claims.roomConfig = buildRoomConfiguration(claims.roomConfig as RoomConfiguration);
  return claims;
}

function refuseIssues(issues: readonly Issue[], found: Issue | undefined): void {
  const all = found === undefined ? issues : [found, ...issues];
  if (all.length > 0) throw issuesError("INVALID_CLAIMS", "the token's claims are invalid", limitIssues(all));
}
