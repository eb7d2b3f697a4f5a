import type { Given } from "../command.js";
import type { inspect as spec } from "../commands/inspect.js";
import { findCredentials } from "../credentials.js";
import { exitCodeOf } from "../findings.js";
import { readToken, targetNamed } from "../inputs.js";
import { examine } from "../inspect/examination.js";
import { reportOf } from "../inspect/report.js";
import { EXIT, type ExitCode, type Io } from "../io.js";
import { print } from "../page.js";
import { printableJson } from "../printable.js";

export async function inspect({ options, arguments: { TOKEN } }: Given<typeof spec>, io: Io): Promise<ExitCode> {
  const target = targetNamed(options.target);
  const text = await readToken(TOKEN, io);
  const examination = await examine(text, { target, credentials: findCredentials(options, io) }, io);
  if (options.json) io.stdout.write(`${printableJson(examination)}\n`);
  else print(io.stdout, reportOf(examination));
  return examination.signature.verdict === "wrong" ? EXIT.refused : exitCodeOf(examination.findings);
}
