import { checkClaims, checkInputClaims } from "../../generated/validators.js";
import { type Issue, limitIssues, toIssues } from "../issues/issue.js";
import { type OptionRules, oneOf, readOptions } from "../issues/options.js";
import { schemaIssues } from "../issues/schema-issues.js";
import { isObject } from "../json/is-object.js";
import { snapshot } from "../json/snapshot.js";
import { checkInput } from "./check-input.js";
import { decodeIssues } from "./decode.js";
import { timeIssues } from "./time-issues.js";

/** The options of {@link validateClaims}. */
export interface ValidateClaimsOptions {
  /**
   * The rules to validate by. Default: "mint".
   *
   * - "input": for the argument of `AccessToken.withClaims`
   * - "mint": for complete claims that are to be signed
   * - "decode": for the payload of a token
   */
  readonly profile?: "input" | "mint" | "decode";
}

const OPTIONS: OptionRules<ValidateClaimsOptions> = { profile: /* @__PURE__ */ oneOf("input", "mint", "decode") };

/**
 * Validates claims and returns the issues. Empty when they are valid. Lists at most twenty; a last issue counts the rest. Does
 * not throw for an invalid value.
 *
 * @throws AccessTokenError INVALID_ARGUMENT for an unknown option, or an invalid value of one
 */
export function validateClaims(value: unknown, options: ValidateClaimsOptions = {}): Issue[] {
  const { profile = "mint" } = readOptions("validateClaims", options, OPTIONS);
  const { value: copy, faults } = snapshot(value, undefined, profile === "decode");
  const faultIssues = toIssues(profile === "decode" ? faults.filter(({ keyword }) => keyword !== "unicode") : faults);
  if (copy === undefined) return limitIssues(faultIssues);
  return limitIssues([...faultIssues, ...profileIssues(copy, profile)]);
}

function profileIssues(value: unknown, profile: "input" | "mint" | "decode"): Issue[] {
  if (profile === "decode" && isObject(value)) return decodeIssues(value);
  if (profile === "input") return [...checkInput(checkInputClaims, value, "Claims").issues];
  return [...schemaIssues(checkClaims, value, "Claims"), ...(isObject(value) ? timeIssues(value) : [])];
}
