import { AccessTokenError, issuesError } from "../issues/error.js";
import { createIssue, type Issue } from "../issues/issue.js";
import { getOwn } from "../json/own.js";
import { typeName } from "../json/type-name.js";

/** The seconds by which clocks may differ, unless an option says otherwise; Go's and Rust's verifiers allow as much. */
export const DEFAULT_LEEWAY = 60;

type Payload = Readonly<Record<string, unknown>>;

/**
 * Returns the API key that a payload names.
 *
 * @throws AccessTokenError INVALID_CLAIMS when it names none
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

/** Returns the issue of a payload without `exp`, which verifying requires and Claims.fromUnverified reads as 0. */
export function expiryIssue(payload: Payload): Issue | undefined {
  return Object.hasOwn(payload, "exp") ? undefined : createIssue(["exp"], "required", "is required");
}

/**
 * @throws AccessTokenError INVALID_AUDIENCE when there is one, as the Rust SDK has it
 */
export function checkAudience(payload: Payload): void {
  if (!Object.hasOwn(payload, "aud")) return;
  throw new AccessTokenError("INVALID_AUDIENCE", "the token is for an audience (aud); LiveKit tokens are for none");
}

/** The times of a payload whose types are checked, in seconds. An absent `nbf` reads 0. */
export interface Times {
  readonly exp: number;
  readonly nbf?: number;
}

/**
 * @param payload has been validated: its times are numbers where they are there
 * @param now in seconds
 * @param leeway in seconds
 * @throws AccessTokenError EXPIRED, NOT_YET_VALID
 */
export function checkTimes({ exp, nbf = 0 }: Times, now: number, leeway: number): void {
  // Negated, so that NaN fails closed.
  if (!(now < exp + leeway)) throw new AccessTokenError("EXPIRED", `the token expired at ${moment(exp)}`);
  if (!(now >= nbf - leeway)) {
    throw new AccessTokenError("NOT_YET_VALID", `the token is not valid before ${moment(nbf)}`);
  }
}

/** A time for people; numbers beyond the calendar stay numbers. */
function moment(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? `${seconds} s` : date.toISOString();
}
