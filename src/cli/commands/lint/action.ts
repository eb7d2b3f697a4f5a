import { printableJson } from "../../../json/escape-controls.js";
import { diagnose } from "../../../lint/diagnose.js";
import { read } from "../../../lint/reading.js";
import type { Given } from "../../args/command-spec.js";
import { knownCredentials } from "../../args/credentials.js";
import { parseJson, readToken, targetNamed } from "../../args/inputs.js";
import { lintOptions } from "../../args/lint-options.js";
import { clockAt } from "../../args/time.js";
import { exitCodeOf, findingLines } from "../../terminal/finding-lines.js";
import type { ExitCode, Io } from "../../terminal/io.js";
import { print } from "../../terminal/page.js";
import type { lint as spec } from "./spec.js";

export async function lint({ options, arguments: { TOKEN } }: Given<typeof spec>, io: Io): Promise<ExitCode> {
  const target = targetNamed(options.target);
  const { clock, skew } = clockAt(options.now, io);
  const text = await readToken(TOKEN, io);
  const subject = text.startsWith("{") ? parseJson("the claims", text) : text;
  const credentials = knownCredentials(options, io);
  const { findings } = await diagnose(read(subject), lintOptions({ target, credentials, clock }), skew);
  if (options.json) io.stdout.write(`${printableJson(findings)}\n`);
  else print(io.stdout, findings.length > 0 ? findingLines(findings) : ["nothing is wrong with it"]);
  return exitCodeOf(findings);
}
