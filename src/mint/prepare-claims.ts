import type { GrantsClaim } from "../../generated/setters.js";
import type { Claims, ClaimsInit } from "../../generated/types.js";
import { checkInputClaims } from "../../generated/validators.js";
import { buildClaims } from "../claims/build.js";
import { issuesError } from "../issues/error.js";
import { createIssue, type Issue, limitIssues, toIssues } from "../issues/issue.js";
import { schemaIssues } from "../issues/schema-issues.js";
import { isObject } from "../json/is-object.js";
import { setMember } from "../json/set-member.js";
import { type Snapshot, snapshot } from "../json/snapshot.js";
import { findSecrets } from "../room-config/secrets.js";
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
  'must be a positive number of seconds, or a text such as "90s", "10m", "6h" or "7d"',
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
  const init: Init = { exp: now + DEFAULT_TTL, iss: apiKey, nbf: now };
  for (const call of calls) apply(call, init, now, issues);
  if (init.iss !== apiKey) {
    issues.push(createIssue(["iss"], "const", "must be the API key that signs the token, or be left out"));
  }
  if (!apiKey.isWellFormed()) append(issues, toIssues(snapshot(apiKey, ["iss"]).faults));
  append(issues, schemaIssues(checkInputClaims, init, "Claims"));
  if (issues.length > 0) throw issuesError("INVALID_CLAIMS", "the claims are invalid", limitIssues(issues));

  const claims = buildClaims(init as ClaimsInit);
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
  return isObject(added) ? { ...base, ...added } : added;
}

function refuseSecrets(roomConfig: object): void {
  const issues = findSecrets(roomConfig, "refuse").map((path) =>
    createIssue(path, "x-secret", "is a secret that whoever holds the token can read"),
  );
  const what = "the room configuration holds secrets; leave them to the server, or call allowSensitiveCredentials()";
  if (issues.length > 0) throw issuesError("SENSITIVE_CREDENTIALS", what, limitIssues(issues));
}

/** Spreading into push() would put a flood of issues on the stack. */
function append(issues: Issue[], more: readonly Issue[]): void {
  for (const issue of more) issues.push(issue);
}
