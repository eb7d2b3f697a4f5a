import { checkClaims, checkInputClaims } from "../../generated/validators.js";
import { type Issue, limitIssues, toIssues } from "../issues/issue.js";
import { schemaIssues } from "../issues/schema-issues.js";
import { isObject } from "../json/is-object.js";
import { snapshot } from "../json/snapshot.js";
import { decodeIssues } from "./decode.js";

export interface ValidateClaimsOptions {
  /** "input" for what `withClaims` takes, "mint" (the default) for what is about to be signed, "decode" for what a token held. */
  readonly profile?: "input" | "mint" | "decode";
}

/** Returns the issues of a value as claims: at most twenty, then how many more. None when it is valid. */
export function validateClaims(value: unknown, { profile = "mint" }: ValidateClaimsOptions = {}): Issue[] {
  const { value: copy, faults } = snapshot(value, []);
  const broken = toIssues(profile === "decode" ? faults.filter(({ keyword }) => keyword !== "unicode") : faults);
  if (copy === undefined) return limitIssues(broken);
  return limitIssues([...broken, ...profileIssues(copy, profile)]);
}

function profileIssues(value: unknown, profile: "input" | "mint" | "decode"): Issue[] {
  if (profile === "decode" && isObject(value)) return decodeIssues(value);
  return schemaIssues(profile === "input" ? checkInputClaims : checkClaims, value, "Claims");
}
