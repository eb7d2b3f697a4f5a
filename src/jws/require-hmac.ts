import * as jws from "#jws";
import { AccessTokenError } from "../issues/error.js";

/**
 * Checks that the runtime can sign and verify tokens.
 *
 * @throws AccessTokenError UNSUPPORTED_RUNTIME when it can only read them
 */
export function requireHmac(): void {
  const reason = jws.missing();
  if (reason === undefined) return;
  const fix = "sign and verify tokens on a server, which alone should know the API secret";
  throw new AccessTokenError("UNSUPPORTED_RUNTIME", `${reason}; ${fix}`);
}
