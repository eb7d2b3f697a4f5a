import type { Claims } from "../../generated/types.js";
import { createIssue, type Issue } from "../issues/issue.js";
import { attempt } from "../issues/options.js";
import type { Target } from "./target.js";

const CHECK = "the check of the target";

/**
 * Returns the issues that a target finds in claims. A target may be the caller's own object and return anything. Therefore the
 * issues are copied, and their members converted to the right types.
 *
 * @throws AccessTokenError INVALID_ARGUMENT when the check throws, or does not return an array of issues
 */
export function issuesOf(target: Target, claims: Claims): Issue[] {
  const found: unknown = attempt(CHECK, () => target.check(claims), "threw an error");
  const copy = (): Issue[] => {
    if (!Array.isArray(found)) throw new TypeError();
    return Array.from(found, ({ path, keyword, message, suggestion }: Issue) => {
      const segments = Array.from(path, (segment) => (typeof segment === "number" ? segment : String(segment)));
      return createIssue(segments, String(keyword), String(message), suggestion && String(suggestion));
    });
  };
  return attempt(CHECK, copy, "must return an array of issues");
}
