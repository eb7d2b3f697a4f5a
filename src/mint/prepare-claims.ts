import type { GrantsClaim } from "../../generated/setters.js";
import type { Claims, ClaimsInit } from "../../generated/types.js";
import { checkInputClaims } from "../../generated/validators.js";
import { buildClaims } from "../claims/build.js";
import { checkInput } from "../claims/check-input.js";
import { type AccessTokenError, issuesError } from "../issues/error.js";
import { createIssue, type Issue, limitIssues, toIssues } from "../issues/issue.js";
import { schemaIssues } from "../issues/schema-issues.js";
import { BareObject } from "../json/bare-object.js";
import { isObject } from "../json/is-object.js";
import { setMember } from "../json/set-member.js";
import type { Snapshot } from "../json/snapshot.js";
import { findCredentials } from "../room-config/credentials.js";
import { DEFAULT_TTL } from "./duration.js";

/** One call of a method that sets claims. */
export type Call =
  | { readonly kind: "claim"; readonly claim: keyof ClaimsInit; readonly copy: Snapshot }
  /** Adds members to the value that earlier calls have set. */
  | { readonly kind: "grants"; readonly claim: GrantsClaim; readonly copy: Snapshot }
  | { readonly kind: "claims"; readonly copy: Snapshot }
  /** `seconds` is undefined when the argument is not a duration. */
  | { readonly kind: "ttl"; readonly seconds: number | undefined };

/** The state of a token before it is signed. */
export interface Draft {
  readonly apiKey: string;
  readonly calls: readonly Call[];
  readonly allowSensitive: boolean;
}

const TTL_ISSUE = /* @__PURE__ */ createIssue(
  ["ttl"],
  "ttl",
  'must be a positive number of seconds, or a text such as "90s", "1h30m", "2 days" or "1 week"; for a fixed time, set exp with withClaims: a number of seconds since 1970',
);

type Init = Record<string, unknown>;

/**
 * Merges the values that the calls set, checks the result, and builds the claims from it.
 *
 * @param now the time in seconds since 1970
 * @throws AccessTokenError INVALID_ARGUMENT when a value throws while it is read; INVALID_CLAIMS with all issues;
 *   SENSITIVE_CREDENTIALS when the claims are valid otherwise
 */
export function prepareClaims({ apiKey, calls, allowSensitive }: Draft, now: number): Claims {
  const issues: Issue[] = [];
  const init: Init = new BareObject();
  init.exp = now + DEFAULT_TTL;
  init.iss = apiKey;
  init.nbf = now;
  for (const call of calls) apply(call, init, now, issues);
  if (init.iss !== apiKey) {
    issues.push(createIssue(["iss"], "const", "must be the API key that signs the token, or be left out"));
  }
  const checked = checkInput(checkInputClaims, init, "Claims");
  append(issues, checked.issues);
  if (issues.length > 0) throw invalid(issues);

  const claims = buildClaims(checked.value as ClaimsInit);
  if (claims.roomConfig && !allowSensitive) refuseSecrets(claims.roomConfig);
  return claims;
}

function apply(call: Call, init: Init, now: number, issues: Issue[]): void {
  if (call.kind === "ttl") {
    if (call.seconds === undefined) issues.push(TTL_ISSUE);
    else init.exp = now + call.seconds;
    return;
  }
  const { value, faults } = call.copy;
  if (faults.length > 0) append(issues, toIssues(faults));
  if (value === undefined) return;
  if (call.kind === "claim") {
    init[call.claim] = value;
  } else if (call.kind === "grants") {
    init[call.claim] = addMembers(init[call.claim], value);
  } else if (isObject(value)) {
    for (const [name, member] of Object.entries(value)) setMember(init, name, member);
  } else {
    append(issues, schemaIssues(checkInputClaims, value, "Claims"));
  }
}

/** Returns the members of both objects, or the value that is not an object, for the validator to reject. */
export function addMembers(base: unknown, added: unknown): unknown {
  if (base === undefined) return added;
  if (!isObject(base)) return base;
  return isObject(added) ? Object.assign(new BareObject(), base, added) : added;
}

/** Returns INVALID_ARGUMENT for input that throws while it is read, since its claims are unknown, and otherwise INVALID_CLAIMS. */
function invalid(issues: readonly Issue[]): AccessTokenError {
  return issues.some(({ keyword }) => keyword === "unreadable")
    ? issuesError("INVALID_ARGUMENT", "the claims cannot be read", limitIssues(issues))
    : issuesError("INVALID_CLAIMS", "the claims are invalid", limitIssues(issues));
}

function refuseSecrets(roomConfig: object): void {
  const issues = findCredentials(roomConfig)
    .filter(({ kind }) => kind !== "access-key")
    .map(({ kind, path, message }) => createIssue(path, kind === "secret" ? "x-secret" : kind, message));
  const message = "the room configuration holds secrets; leave them to the server, or call allowSensitiveCredentials()";
  if (issues.length > 0) throw issuesError("SENSITIVE_CREDENTIALS", message, limitIssues(issues));
}

/** Appends in a loop: spreading many issues into push() could overflow the stack. */
function append(issues: Issue[], more: readonly Issue[]): void {
  for (const issue of more) issues.push(issue);
}
