import { issuesError } from "../issues/error.js";
import { createIssue } from "../issues/issue.js";
import { DEFAULT_MAX_TOKEN_BYTES } from "../json/largest-token.js";

/**
 * Returns the token unchanged.
 *
 * @throws AccessTokenError INVALID_CLAIMS when it is larger than the default of `maxTokenBytes`: verifiers would reject it
 */
export function checkSize(jwt: string): string {
  if (jwt.length <= DEFAULT_MAX_TOKEN_BYTES) return jwt;
  const message = `must be smaller: the token has ${jwt.length} bytes, and verifiers accept at most ${DEFAULT_MAX_TOKEN_BYTES}`;
  throw issuesError("INVALID_CLAIMS", "the claims are too large", [createIssue([], "size", message)]);
}
