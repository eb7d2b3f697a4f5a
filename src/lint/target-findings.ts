import { buildClaims } from "../../generated/builders.js";
import type { Claims } from "../../generated/types.js";
import type { Target } from "../target.js";
import { createFinding, type Finding, fromIssue } from "./finding.js";
import { ownValueAt } from "./own-value.js";
import { spelledPath } from "./spelled-path.js";
import type { Subject } from "./subject.js";

/** What the option `target` says; a check that throws is of no use. What it throws may quote anything. */
export function askTarget(subject: Subject, target: Target): Finding[] {
  try {
    return targetFindings(subject, target);
  } catch {
    return [createFinding("unusable-option", [], "the check of the option target threw an error")];
  }
}

/**
 * What a server says. It is asked about the room configuration as it stands, members at their default included: those are
 * what older servers refuse. What it says of defaults that are filled in, and stand in no token, is not passed on.
 */
export function targetFindings({ payload, normalized, issues }: Subject, target: Target): Finding[] {
  if (issues.length > 0) return [];
  const claims = buildClaims(normalized as unknown as Claims);
  return target
    .check(claims)
    .filter(({ path }) => ownValueAt(payload, spelledPath(payload, path)) !== undefined)
    .map((issue) => fromIssue(issue.keyword === "target-refuses" ? "target-refuses" : "target-ignores", issue));
}
