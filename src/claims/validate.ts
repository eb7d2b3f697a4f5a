import { checkClaims } from "../../generated/validators.js";
import { type Issue, limitIssues, toIssues } from "../issues/issue.js";
import { schemaIssues } from "../issues/schema-issues.js";
import { isObject } from "../json/is-object.js";
import { snapshot } from "../json/snapshot.js";
import { decodeIssues } from "./decode.js";

export interface ValidateClaimsOptions {
  /** "mint" (the default) for claims that are to be signed, "decode" for what a token held. */
  readonly profile?: "mint" | "decode";
}

/** What is wrong with a value as claims, as data: at most twenty issues, then how many more. Empty when it is valid. */
export function validateClaims(value: unknown, { profile = "mint" }: ValidateClaimsOptions = {}): Issue[] {
  const { value: copy, faults } = snapshot(value, []);
  const broken = toIssues(profile === "mint" ? faults : faults.filter(({ keyword }) => keyword !== "unicode"));
  if (copy === undefined) return limitIssues(broken);
  const found = profile === "mint" || !isObject(copy) ? schemaIssues(checkClaims, copy, "Claims") : decodeIssues(copy);
  return limitIssues([...broken, ...found]);
}
