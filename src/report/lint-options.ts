import type { Keys, LintOptions } from "../lint/options.js";
import type { Target } from "../targets/target.js";

/** Puts a target, credentials and a clock in the form that lint takes. */
export function lintOptions(given: {
  readonly target: Target | undefined;
  readonly credentials: Keys;
  readonly clock: () => number;
}): LintOptions {
  const { target, credentials, clock } = given;
  const { apiKey, secrets } = credentials;
  return { clock, secret: secrets, ...(target && { target }), ...(apiKey !== undefined && { apiKey }) };
}
