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
  | ({ readonly kind: "claim"; readonly claim: keyof ClaimsInit } & Snapshot)
  /** Adds members to what the calls before it set. */
  | ({ readonly kind: "grants"; readonly claim: GrantsClaim } & Snapshot)
  | ({ readonly kind: "claims" } & Snapshot)
  /** `seconds` is undefined when the argument is no duration. */
  | { readonly kind: "ttl"; readonly seconds: number | undefined };

/** A token before it is minted. */
export interface Draft {
  readonly apiKey: string;
  readonly calls: readonly Call[];
  readonly allowSensitive: boolean;
}

const TTL_ISSUE = /* @__PURE__ */ createIssue(
  ["ttl"],
  "ttl",
  'must be a positive number of seconds, or a text such as "90s", "1h30m", "2 days" or "1 week"; for a moment, set exp with withClaims: a number of seconds since 1970',
);

type Init = Record<string, unknown>;

/**
 * Puts together what the calls set, checks it as it was given, and builds the claims.
 *
 * @param now in seconds
 * @throws AccessTokenError INVALID_CLAIMS with all that is wrong, then SENSITIVE_CREDENTIALS
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
  const { value, faults } = call;
  append(issues, toIssues(faults));
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

/** Keeps the part that is no object, for the validator to refuse. */
export function addMembers(base: unknown, added: unknown): unknown {
  if (base === undefined) return added;
  if (!isObject(base)) return base;
  return isObject(added) ? Object.assign(new BareObject(), base, added) : added;
}

/** Input that throws when it is read is a fault of the call, which says nothing of the claims. */
function invalid(issues: readonly Issue[]): AccessTokenError {
  return issues.some(({ keyword }) => keyword === "unreadable")
    ? issuesError("INVALID_ARGUMENT", "the claims cannot be read", limitIssues(issues))
    : issuesError("INVALID_CLAIMS", "the claims are invalid", limitIssues(issues));
}

function refuseSecrets(roomConfig: object): void {
  const issues = findCredentials(roomConfig)
    .filter(({ kind }) => kind !== "access-key")
    .map(({ kind, path, message }) => createIssue(path, kind === "secret" ? "x-secret" : kind, message));
  const what = "the room configuration holds secrets; leave them to the server, or call allowSensitiveCredentials()";
  if (issues.length > 0) throw issuesError("SENSITIVE_CREDENTIALS", what, limitIssues(issues));
}

/** Spreading into push() would put a flood of issues on the stack. */
function append(issues: Issue[], more: readonly Issue[]): void {
  for (const issue of more) issues.push(issue);
}
