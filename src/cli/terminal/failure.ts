import { AccessTokenError, type AccessTokenErrorCode } from "../../issues/error.js";
import type { Issue } from "../../issues/issue.js";
import { printableJson } from "../../json/escape-controls.js";
import { HintedError } from "./hinted-error.js";
import { EXIT, type ExitCode, type Output } from "./io.js";
import { type Part, paint, print } from "./page.js";
import { UsageError } from "./usage-error.js";

/** Fixes on the command line, where the message has one for programs. */
const HINTS: Readonly<Partial<Record<AccessTokenErrorCode, string>>> = {
  SENSITIVE_CREDENTIALS: "use --allow-sensitive to sign them anyway",
  INVALID_KEYS: "they come from --api-key and --api-secret, or LIVEKIT_API_KEY and LIVEKIT_API_SECRET",
};

/** An error, as `--json` prints it. */
interface Failure {
  /** The code of the AccessTokenError, or "USAGE". */
  readonly code: string;
  readonly message: string;
  readonly issues: readonly Issue[];
  readonly hint?: string;
}

/**
 * Prints an error and returns the exit code.
 *
 * @param help the command that prints the usage
 * @throws the error itself when it is neither of the library nor of usage: it is a bug
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
  // The message lists the issues after a colon; here each has its own line.
  const [summary = message] = issues.length > 0 ? message.split(": ", 1) : [];
  return [
    [paint("red", code), `: ${summary}`],
    ...issues.map((issue) => [`  ${issue.pointer === "" ? "" : `${issue.pointer} `}${issue.message}`]),
    ...(hint === undefined ? [] : [[paint("dim", `  ${hint}`)]]),
  ];
}
