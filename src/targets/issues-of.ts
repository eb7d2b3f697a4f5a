import type { Claims } from "../../generated/types.js";
import { invalidArgument } from "../issues/error.js";
import { createIssue, type Issue } from "../issues/issue.js";
import { attempt } from "../issues/options.js";
import type { Target } from "./target.js";

/**
 * Returns the issues that a target finds in claims. A target may be the caller's own object and return anything. Therefore the
 * issues are copied, and their members converted to the right types.
 *
 * @throws AccessTokenError INVALID_ARGUMENT when the check throws, or does not return an array of issues
 */
export function issuesOf(target: Target, claims: Claims): Issue[] {
  return attempt("the target", () => {
    const found: unknown = target.check(claims);
    if (!Array.isArray(found)) throw invalidArgument("the check of the target must return an array of issues");
    return Array.from(found, ({ path, keyword, message, suggestion }: Issue) => {
      const segments = Array.from(path, (segment) => (typeof segment === "number" ? segment : String(segment)));
      return createIssue(segments, String(keyword), String(message), suggestion && String(suggestion));
    });
  });
}
