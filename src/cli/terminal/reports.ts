import { jsonLine, printableJson } from "../../json/escape-controls.js";
import { EXIT, type ExitCode, type Output } from "./io.js";
import { type Part, paint, print } from "./page.js";

/** A command's report on one token of its input. */
export interface Report {
  /** The line of the input that the token is in. */
  readonly line: number;
  readonly code: ExitCode;
  /** The JSON when it is the only token. */
  readonly data: unknown;
  /** The JSON of one of several tokens, without its line. */
  readonly entry: object;
  /** The text without `--json`. */
  readonly lines: () => readonly (Part | readonly Part[])[];
}

/**
 * Prints the report on each token as soon as it is made. As JSON, the report on a single token is indented; of several, each
 * is one line, and says in which line of the input its token is.
 *
 * @returns the worst of the exit codes
 */
export async function printReports(
  stdout: Output,
  makers: readonly (() => Promise<Report>)[],
  { json }: { json: boolean },
): Promise<ExitCode> {
  const isOne = makers.length === 1;
  let worst: ExitCode = EXIT.fine;
  for (const [index, make] of makers.entries()) {
    const { line, code, data, entry, lines } = await make();
    if (code > worst) worst = code;
    if (json) stdout.write(`${isOne ? printableJson(data) : jsonLine({ line, ...entry })}\n`);
    else {
      const title = paint("bold", `Token ${index + 1} of ${makers.length}, in line ${line}`);
      print(stdout, isOne ? lines() : [...(index === 0 ? [] : [""]), [title], "", ...lines()]);
    }
  }
  return worst;
}
