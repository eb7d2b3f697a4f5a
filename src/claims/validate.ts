import { checkClaims, checkInputClaims } from "../../generated/validators.js";
import { type Issue, limitIssues, toIssues } from "../issues/issue.js";
import { type OptionRules, oneOf, readOptions } from "../issues/options.js";
import { schemaIssues } from "../issues/schema-issues.js";
import { isObject } from "../json/is-object.js";
import { snapshot } from "../json/snapshot.js";
import { checkInput } from "./check-input.js";
import { decodeIssues } from "./decode.js";
import { timeIssues } from "./time-issues.js";

export interface ValidateClaimsOptions {
  /** "input" for what `withClaims` takes, "mint" (the default) for what is about to be signed, "decode" for what a token held. */
  readonly profile?: "input" | "mint" | "decode";
}

const OPTIONS: OptionRules<ValidateClaimsOptions> = { profile: /* @__PURE__ */ oneOf("input", "mint", "decode") };

/**
 * Returns the issues of a value as claims: at most twenty, then how many more. None when it is valid.
 *
 * @throws AccessTokenError INVALID_ARGUMENT for an option that there is not, or a value that it does not take
 */
export function validateClaims(value: unknown, options: ValidateClaimsOptions = {}): Issue[] {
  const { profile = "mint" } = readOptions("validateClaims", options, OPTIONS);
  const { value: copy, faults } = snapshot(value, [], profile === "decode");
  const broken = toIssues(profile === "decode" ? faults.filter(({ keyword }) => keyword !== "unicode") : faults);
  if (copy === undefined) return limitIssues(broken);
  return limitIssues([...broken, ...profileIssues(copy, profile)]);
}

function profileIssues(value: unknown, profile: "input" | "mint" | "decode"): Issue[] {
  if (profile === "decode" && isObject(value)) return decodeIssues(value);
  if (profile === "input") return [...checkInput(checkInputClaims, value, "Claims").issues];
  return [...schemaIssues(checkClaims, value, "Claims"), ...(isObject(value) ? timeIssues(value) : [])];
}
