import { diagnose } from "../../../lint/diagnose.js";
import { readFound } from "../../../lint/reading.js";
import type { Found } from "../../../paste/found.js";
import { lintOptions } from "../../../report/lint-options.js";
import type { Given } from "../../args/command-spec.js";
import { knownCredentials } from "../../args/credentials.js";
import { targetNamed } from "../../args/target-named.js";
import { clockAt } from "../../args/time.js";
import { readTokens } from "../../args/tokens.js";
import { exitCodeOf, findingLines } from "../../terminal/finding-lines.js";
import type { ExitCode, Io } from "../../terminal/io.js";
import { printReports, type Report } from "../../terminal/reports.js";
import type { lint as spec } from "./spec.js";

export async function lint({ options, arguments: { TOKEN } }: Given<typeof spec>, io: Io): Promise<ExitCode> {
  const target = targetNamed(options.target);
  const { clock, skew } = clockAt(options.now, io);
  const credentials = knownCredentials(options, io);
  const report = async (found: Found): Promise<Report> => {
    const { findings } = await diagnose(readFound(found), lintOptions({ target, credentials, clock }), skew);
    return {
      line: found.line,
      code: exitCodeOf(findings),
      data: findings,
      entry: { findings },
      lines: () => (findings.length > 0 ? findingLines(findings) : ["nothing is wrong with it"]),
    };
  };
  const tokens = await readTokens(TOKEN, io);
  return printReports(
    io.stdout,
    tokens.map((found) => () => report(found)),
    options,
  );
}
