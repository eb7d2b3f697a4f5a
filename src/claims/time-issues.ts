import { createIssue, type Issue } from "../issues/issue.js";
import { getOwn } from "../json/own.js";

/**
 * Returns an issue if a token of these claims would never be valid: `exp` must be later than `nbf`. (Another rule is in the
 * schema: times must be before the year 10000. It rejects times in milliseconds.)
 */
export function timeIssues(claims: object): Issue[] {
  const exp = getOwn(claims, "exp");
  const nbf = getOwn(claims, "nbf") ?? 0;
  if (typeof exp !== "number" || typeof nbf !== "number" || exp > nbf) return [];
  return [createIssue(["exp"], "expiry", "must be later than nbf: the token would never be valid")];
}
