import type { LintOptions } from "../../lint/options.js";
import type { Target } from "../../targets/target.js";
import type { KnownCredentials } from "./credentials.js";

/** Puts what was given on the command line in the form that lint takes. */
export function lintOptions(given: {
  readonly target: Target | undefined;
  readonly credentials: KnownCredentials;
  readonly clock: () => number;
}): LintOptions {
  const { target, credentials, clock } = given;
  const { apiKey, secrets } = credentials;
  return { clock, secret: secrets, ...(target && { target }), ...(apiKey !== undefined && { apiKey }) };
}
