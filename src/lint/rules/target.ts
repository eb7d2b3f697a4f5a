import { fillClaims } from "../../../generated/fillers.js";
import type { Claims } from "../../../generated/types.js";
import { getOwnAt } from "../../json/own.js";
import { protocolOf } from "../../targets/names.js";
import type { Target } from "../../targets/target.js";
import { createFinding, type Finding, fromIssue } from "../finding.js";
import { spelledPath } from "../spelled-path.js";
import type { Subject } from "../subject.js";
import { isNumberOfEnum, unreadBy } from "./unread.js";

/** What the option `target` says; a check that throws is of no use. What it throws may quote anything. */
export function askTarget(subject: Subject, target: Target, inConfig: readonly Finding[]): Finding[] {
  try {
    return targetFindings(subject, target, inConfig);
  } catch {
    return [createFinding("unusable-option", [], "the check of the option target threw an error")];
  }
}

/**
 * What a server says. It is asked about the room configuration as it stands, members at their default included: those are
 * what older servers refuse. What it says of defaults that are filled in, and stand in no token, is not passed on.
 *
 * @param inConfig what is found in the room configuration
 */
export function targetFindings(subject: Subject, target: Target, inConfig: readonly Finding[]): Finding[] {
  const { payload, normalized, issues } = subject;
  if (issues.length > 0) return [];
  const protocol = protocolNamed(target.name);
  const asked = target
    .check(fillClaims(normalized as unknown as Claims))
    .filter(({ path }) => getOwnAt(payload, spelledPath(payload, path)) !== undefined)
    .filter(({ path }) => protocol === undefined || !isNumberOfEnum(path, protocol, subject))
    .map((issue) => fromIssue(issue.keyword === "target-refuses" ? "target-refuses" : "target-ignores", issue));
  const message = `is not known to ${target.name}, which refuses a token that has it, with 401 "invalid token"`;
  const unread = protocol === undefined ? [] : unreadBy(protocol, subject, inConfig);
  return [...asked, ...unread.map(({ path, fix }) => createFinding("target-refuses", path, message, fix))];
}

/** The protocol of a target of ours; others are known by their check alone. */
function protocolNamed(name: string): string | undefined {
  try {
    return protocolOf(name);
  } catch {
    return undefined;
  }
}
