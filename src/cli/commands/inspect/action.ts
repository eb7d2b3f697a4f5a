import { readFound } from "../../../lint/reading.js";
import type { Found } from "../../../paste/found.js";
import { examine } from "../../../report/examination.js";
import type { Given } from "../../args/command-spec.js";
import { knownCredentials } from "../../args/credentials.js";
import { targetNamed } from "../../args/target-named.js";
import { clockAt } from "../../args/time.js";
import { readTokens } from "../../args/tokens.js";
import { exitCodeOf } from "../../terminal/finding-lines.js";
import { EXIT, type ExitCode, type Io } from "../../terminal/io.js";
import { printReports, type Report } from "../../terminal/reports.js";
import { UsageError } from "../../terminal/usage-error.js";
import { callNamed } from "./call-named.js";
import { readDescriptions } from "./read-descriptions.js";
import { reportOf } from "./report.js";
import type { inspect as spec } from "./spec.js";
import { serveInspector } from "./web.js";

export async function inspect(given: Given<typeof spec>, io: Io): Promise<ExitCode> {
  const {
    options,
    arguments: { TOKEN },
  } = given;
  if (options.web) return serveInspector(given, io);
  if (options.port !== undefined) throw new UsageError("--port: needs --web");
  const target = targetNamed(options.target);
  if (options.room !== undefined && options.for === undefined) throw new UsageError("--room: needs --for CALL");
  const call = options.for === undefined ? undefined : { name: callNamed(options.for), room: options.room };
  const time = clockAt(options.now, io);
  const credentials = knownCredentials(options, io);
  const report = async (found: Found): Promise<Report> => {
    const examination = await examine(readFound(found), {
      target,
      credentials,
      call,
      time,
      readDescriptions: () => readDescriptions(io),
    });
    return {
      line: found.line,
      code: examination.call?.permitted === false ? EXIT.refused : exitCodeOf(examination.findings),
      data: examination,
      entry: examination,
      lines: () => reportOf(examination, { full: options.full }),
    };
  };
  const tokens = await readTokens(TOKEN, io);
  return printReports(
    io.stdout,
    tokens.map((found) => () => report(found)),
    options,
  );
}
