import { fillClaims } from "../../generated/fillers.js";
import type { Claims, ClaimsInit } from "../../generated/types.js";
import { buildRoomConfiguration } from "../room-config/build.js";

/**
 * Returns new Claims with all defaults filled in and the room configuration in canonical form. Does not change
 * `init`.
 */
export function buildClaims(init: ClaimsInit | Claims): Claims {
  const claims = fillClaims(init);
  if (claims.roomConfig) claims.roomConfig = buildRoomConfiguration(claims.roomConfig);
  return claims;
}
