import { toPointer } from "../../../json/path.js";
import type { Finding } from "../../../lint/finding.js";
import { targetFindings } from "../../../lint/rules/target.js";
import { spelledPath } from "../../../lint/spelled-path.js";
import type { Subject } from "../../../lint/subject.js";
import { type Prediction, target } from "../../../targets/create-target.js";

/** What a server does with a token, as far as it is a matter of what it knows. */
export interface ServerVerdict {
  readonly prediction: Prediction;
  /** JSON pointers to what it refuses the token for, or ignores. */
  readonly because: readonly string[];
}

/** @param inConfig what is found in the room configuration */
export function verdictOf(name: string, subject: Subject, inConfig: readonly Finding[]): ServerVerdict {
  const findings = targetFindings(subject, target(name), inConfig);
  const refused = placesOf(
    findings.filter(({ code }) => code === "target-refuses"),
    subject,
  );
  if (refused.length > 0) return { prediction: "refuse", because: refused };
  const ignored = placesOf(findings, subject);
  return { prediction: ignored.length > 0 ? "ignore" : "accept", because: ignored };
}

/** As they are spelled in the token. */
function placesOf(findings: readonly Finding[], { payload }: Subject): string[] {
  return [...new Set(findings.map(({ path }) => toPointer(spelledPath(payload, path))))];
}
