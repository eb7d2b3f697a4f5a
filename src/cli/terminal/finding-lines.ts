import type { Severity } from "../../lint/catalog.js";
import type { Finding } from "../../lint/finding.js";
import { EXIT, type ExitCode } from "./io.js";
import { type Ink, type Part, paint } from "./page.js";

const INKS: Readonly<Record<Severity, Ink>> = { error: "red", warning: "yellow", info: "cyan" };

/** Findings for people: what and where, and below it what to do. */
export function findingLines(findings: readonly Finding[]): Part[][] {
  return findings.flatMap(({ severity, code, pointer, message, fix }) => [
    [paint(INKS[severity], severity), ` ${code}: ${pointer === "" ? "" : `${pointer} `}${message}`],
    [paint("dim", `  ${fix}`)],
  ]);
}

/** Errors among the findings are a refusal. */
export function exitCodeOf(findings: readonly Finding[]): ExitCode {
  return findings.some(({ severity }) => severity === "error") ? EXIT.refused : EXIT.fine;
}
