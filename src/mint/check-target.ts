import type { Claims } from "../../generated/types.js";
import { buildClaims } from "../claims/build.js";
import { invalidArgument, issuesError } from "../issues/error.js";
import { createIssue, type Issue, limitIssues } from "../issues/issue.js";
import { attempt, type OptionRule } from "../issues/options.js";
import { isObject } from "../json/is-object.js";
import type { Target } from "../targets/target.js";

export const TARGET: OptionRule = [
  (value) => isObject(value) && typeof value.name === "string" && typeof value.check === "function",
  "what target() of livekit-claims/targets returns",
];

/**
 * Asks a target about the claims. It gets a copy, so that what is signed is what was checked.
 *
 * @throws AccessTokenError UNSUPPORTED_BY_TARGET with its issues; INVALID_ARGUMENT when it throws, or returns none
 */
export function checkTarget(target: Target, claims: Claims): void {
  attempt("the target", () => {
    const found: unknown = target.check(buildClaims(claims));
    if (!Array.isArray(found)) throw invalidArgument("the check of the target must return an array of issues");
    const issues = Array.from(found, ({ path, keyword, message, suggestion }: Issue) =>
      createIssue(path, String(keyword), String(message), suggestion),
    );
    if (issues.length === 0) return;
    throw issuesError("UNSUPPORTED_BY_TARGET", `${target.name} does not know all of the claims`, limitIssues(issues));
  });
}
