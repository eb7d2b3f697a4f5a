import { jsonLine, printableJson } from "../../json/escape-controls.js";
import { EXIT, type ExitCode, type Output } from "./io.js";
import { type Part, paint, print } from "./page.js";

/** What a command has to say about one of the tokens that it was given. */
export interface Report {
  /** The line of the input that the token is in. */
  readonly line: number;
  readonly code: ExitCode;
  /** For `--json`. */
  readonly data: unknown;
  /** For people. */
  readonly lines: () => readonly (Part | readonly Part[])[];
}

/**
 * Prints the report on each token as soon as it is there. As JSON, that of one token is indented, and those of several are one
 * line each.
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
    const { line, code, data, lines } = await make();
    if (code > worst) worst = code;
    if (json) stdout.write(`${isOne ? printableJson(data) : jsonLine(data)}\n`);
    else {
      const title = paint("bold", `Token ${index + 1} of ${makers.length}, in line ${line}`);
      print(stdout, isOne ? lines() : [...(index === 0 ? [] : [""]), [title], "", ...lines()]);
    }
  }
  return worst;
}
