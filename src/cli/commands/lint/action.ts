import { printableJson } from "../../../json/escape-controls.js";
import { lint as findAll } from "../../../lint/lint.js";
import type { Given } from "../../args/command-spec.js";
import { findSecret } from "../../args/credentials.js";
import { parseJson, readToken, targetNamed } from "../../args/inputs.js";
import { exitCodeOf, findingLines } from "../../terminal/finding-lines.js";
import type { ExitCode, Io } from "../../terminal/io.js";
import { print } from "../../terminal/page.js";
import type { lint as spec } from "./spec.js";

export async function lint({ options, arguments: { TOKEN } }: Given<typeof spec>, io: Io): Promise<ExitCode> {
  const target = targetNamed(options.target);
  const secret = findSecret(options["api-secret"], io);
  const text = await readToken(TOKEN, io);
  const subject = text.startsWith("{") ? parseJson("the claims", text) : text;
  const findings = findAll(subject, {
    clock: io.clock,
    ...(target && { target }),
    ...(secret !== undefined && { secret }),
  });
  if (options.json) io.stdout.write(`${printableJson(findings)}\n`);
  else print(io.stdout, findings.length > 0 ? findingLines(findings) : ["nothing is wrong with it"]);
  return exitCodeOf(findings);
}
