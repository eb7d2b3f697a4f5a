import type { Severity } from "../../lint/catalog.js";
import type { Finding } from "../../lint/finding.js";
import { EXIT, type ExitCode } from "./io.js";
import { type Ink, type Part, paint } from "./page.js";

const INKS: Readonly<Record<Severity, Ink>> = { error: "red", warning: "yellow", info: "cyan" };

/** Writes findings as text: the code, the place and the message, and the fix below them. */
export function findingLines(findings: readonly Finding[]): Part[][] {
  return findings.flatMap(({ severity, code, pointer, message, fix }) => [
    [paint(INKS[severity], severity), ` ${code}: ${pointer === "" ? "" : `${pointer} `}${message}`],
    [paint("dim", `  ${fix}`)],
  ]);
}

/** Returns the exit code: "refused" when a finding is an error. */
export function exitCodeOf(findings: readonly Finding[]): ExitCode {
  return findings.some(({ severity }) => severity === "error") ? EXIT.refused : EXIT.fine;
}
