import { printableJson } from "../../../json/escape-controls.js";
import type { Given } from "../../args/command-spec.js";
import { findCredentials } from "../../args/credentials.js";
import { readToken, targetNamed } from "../../args/inputs.js";
import { exitCodeOf } from "../../terminal/finding-lines.js";
import { EXIT, type ExitCode, type Io } from "../../terminal/io.js";
import { print } from "../../terminal/page.js";
import { examine } from "./examination.js";
import { reportOf } from "./report.js";
import type { inspect as spec } from "./spec.js";

export async function inspect({ options, arguments: { TOKEN } }: Given<typeof spec>, io: Io): Promise<ExitCode> {
  const target = targetNamed(options.target);
  const text = await readToken(TOKEN, io);
  const examination = await examine(text, { target, credentials: findCredentials(options, io) }, io);
  if (options.json) io.stdout.write(`${printableJson(examination)}\n`);
  else print(io.stdout, reportOf(examination));
  return examination.signature.verdict === "wrong" ? EXIT.refused : exitCodeOf(examination.findings);
}
