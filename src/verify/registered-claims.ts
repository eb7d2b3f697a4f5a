import { AccessTokenError, issuesError } from "../issues/error.js";
import { createIssue, type Issue } from "../issues/issue.js";
import { getOwn } from "../json/own.js";
import { typeName } from "../json/type-name.js";

/** The default of the option `leeway`, in seconds. Go's and Rust's verifiers allow clocks to differ by as much. */
export const DEFAULT_LEEWAY = 60;

type Payload = Readonly<Record<string, unknown>>;

/**
 * Returns the API key of a payload: its `iss`.
 *
 * @throws AccessTokenError INVALID_CLAIMS when `iss` is absent or not a string
 */
export function issuerOf(payload: Payload): string {
  const issuer = getOwn(payload, "iss");
  if (typeof issuer === "string") return issuer;
  const issue =
    issuer === undefined
      ? createIssue(["iss"], "required", "is required")
      : createIssue(["iss"], "type", `must be a string; got ${typeName(issuer)}`);
  throw issuesError("INVALID_CLAIMS", "the token's claims are invalid", [issue]);
}

/** Returns an issue when a payload has no `exp`. Only verifying requires it: Claims.fromUnverified reads 0. */
export function expiryIssue(payload: Payload): Issue | undefined {
  return Object.hasOwn(payload, "exp") ? undefined : createIssue(["exp"], "required", "is required");
}

/**
 * Rejects a payload with an audience, as the Rust SDK does.
 *
 * @throws AccessTokenError INVALID_AUDIENCE
 */
export function checkAudience(payload: Payload): void {
  if (!Object.hasOwn(payload, "aud")) return;
  throw new AccessTokenError("INVALID_AUDIENCE", "the token has an audience (aud); LiveKit tokens have none");
}

/** The times of a payload with valid types, in seconds since 1970. An absent `nbf` counts as 0. */
export interface Times {
  readonly exp: number;
  readonly nbf?: number;
}

/**
 * Checks that a token is valid at a time.
 *
 * @param now the time in seconds since 1970
 * @param leeway the seconds by which clocks may differ
 * @throws AccessTokenError EXPIRED, NOT_YET_VALID
 */
export function checkTimes({ exp, nbf = 0 }: Times, now: number, leeway: number): void {
  // Negated, so that NaN fails closed.
  if (!(now < exp + leeway)) throw new AccessTokenError("EXPIRED", `the token expired at ${formatTime(exp)}`);
  if (!(now >= nbf - leeway)) {
    throw new AccessTokenError("NOT_YET_VALID", `the token is not valid before ${formatTime(nbf)}`);
  }
}

/** Formats a time in ISO 8601, or in seconds when it is outside the range of Date. */
function formatTime(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? `${seconds} s` : date.toISOString();
}
