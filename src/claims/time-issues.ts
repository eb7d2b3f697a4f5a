import { createIssue, type Issue } from "../issues/issue.js";
import { getOwn } from "../json/own.js";

/**
 * A token that is to be signed must be valid at some moment: `exp` later than `nbf`. (That times lie before the year 10000,
 * which milliseconds do not, is a rule of the schema.)
 */
export function timeIssues(claims: object): Issue[] {
  const [exp, nbf] = [getOwn(claims, "exp"), getOwn(claims, "nbf") ?? 0];
  if (typeof exp !== "number" || typeof nbf !== "number" || exp > nbf) return [];
  return [createIssue(["exp"], "expiry", "must be later than nbf: the token would never be valid")];
}
