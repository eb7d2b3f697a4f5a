import type { Claims } from "../../generated/types.js";
import { buildClaims } from "../claims/build.js";
import { issuesError } from "../issues/error.js";
import { limitIssues } from "../issues/issue.js";
import { attempt, type OptionRule } from "../issues/options.js";
import { isObject } from "../json/is-object.js";
import { issuesOf } from "../targets/issues-of.js";
import type { Target } from "../targets/target.js";

export const TARGET: OptionRule = [
  (value) => isObject(value) && typeof value.name === "string" && typeof value.check === "function",
  "a target made by target() of livekit-claims/targets",
];

/**
 * Checks claims against a target. The target receives a copy, so that it cannot change the claims that are signed.
 *
 * @throws AccessTokenError UNSUPPORTED_BY_TARGET with the target's issues; INVALID_ARGUMENT when the target throws, or returns
 *   something other than an array of issues
 */
export function checkTarget(target: Target, claims: Claims): void {
  const issues = issuesOf(target, buildClaims(claims));
  if (issues.length === 0) return;
  const message = attempt("the target", () => `${target.name} does not know all of the claims`);
  throw issuesError("UNSUPPORTED_BY_TARGET", message, limitIssues(issues));
}
