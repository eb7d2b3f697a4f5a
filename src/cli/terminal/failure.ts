import { AccessTokenError, type AccessTokenErrorCode } from "../../issues/error.js";
import type { Issue } from "../../issues/issue.js";
import { printableJson } from "../../json/escape-controls.js";
import { HintedError } from "./hinted-error.js";
import { EXIT, type ExitCode, type Output } from "./io.js";
import { type Part, paint, print } from "./page.js";
import { UsageError } from "./usage-error.js";

/** How the command line does what a message tells a program to do. */
const HINTS: Readonly<Partial<Record<AccessTokenErrorCode, string>>> = {
  SENSITIVE_CREDENTIALS: "--allow-sensitive signs them all the same",
  INVALID_KEYS: "they come from --api-key and --api-secret, or LIVEKIT_API_KEY and LIVEKIT_API_SECRET",
};

/** What failed, as `--json` prints it. */
interface Failure {
  /** Of the AccessTokenError, or "USAGE". */
  readonly code: string;
  readonly message: string;
  readonly issues: readonly Issue[];
  readonly hint?: string;
}

/**
 * Tells of an error, and gives what to end with.
 *
 * @param help where usage is told
 * @throws the error when it is neither of the library nor of usage, and so a fault of ours
 */
export function reportFailure(
  stderr: Output,
  error: unknown,
  { json, help }: { json: boolean; help: string },
): ExitCode {
  const failure = failureOf(error, help);
  if (json) stderr.write(`${printableJson({ error: failure })}\n`);
  else print(stderr, linesOf(failure));
  return failure.code === "USAGE" ? EXIT.usage : EXIT.refused;
}

function failureOf(error: unknown, help: string): Failure {
  if (error instanceof UsageError) {
    return { code: "USAGE", message: error.message, issues: [], hint: `see ${help}` };
  }
  if (!AccessTokenError.is(error)) throw error;
  const { code, message, issues } = error;
  const hint = error instanceof HintedError ? error.hint : HINTS[code];
  return { code, message, issues, ...(hint !== undefined && { hint }) };
}

function linesOf({ code, message, issues, hint }: Failure): Part[][] {
  // The message tells the issues after a colon, which here have lines of their own.
  const [what = message] = issues.length > 0 ? message.split(": ", 1) : [];
  return [
    [paint("red", code), `: ${what}`],
    ...issues.map((issue) => [`  ${issue.pointer === "" ? "" : `${issue.pointer} `}${issue.message}`]),
    ...(hint === undefined ? [] : [[paint("dim", `  ${hint}`)]]),
  ];
}
