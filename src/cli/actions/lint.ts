import { lint as findAll } from "../../lint.js";
import type { Given } from "../command.js";
import type { lint as spec } from "../commands/lint.js";
import { findSecret } from "../credentials.js";
import { exitCodeOf, findingLines } from "../findings.js";
import { parseJson, readToken, targetNamed } from "../inputs.js";
import type { ExitCode, Io } from "../io.js";
import { print } from "../page.js";
import { printableJson } from "../printable.js";

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
