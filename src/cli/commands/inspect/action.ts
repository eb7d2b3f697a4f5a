import { printableJson } from "../../../json/escape-controls.js";
import type { Given } from "../../args/command-spec.js";
import { knownCredentials } from "../../args/credentials.js";
import { readToken, targetNamed } from "../../args/inputs.js";
import { exitCodeOf } from "../../terminal/finding-lines.js";
import type { ExitCode, Io } from "../../terminal/io.js";
import { print } from "../../terminal/page.js";
import { examine } from "./examination.js";
import { reportOf } from "./report.js";
import type { inspect as spec } from "./spec.js";

export async function inspect({ options, arguments: { TOKEN } }: Given<typeof spec>, io: Io): Promise<ExitCode> {
  const target = targetNamed(options.target);
  const text = await readToken(TOKEN, io);
  const examination = await examine(text, { target, credentials: knownCredentials(options, io) }, io);
  if (options.json) io.stdout.write(`${printableJson(examination)}\n`);
  else print(io.stdout, reportOf(examination));
  return exitCodeOf(examination.findings);
}
