import { printableJson } from "../../../json/escape-controls.js";
import type { Given } from "../../args/command-spec.js";
import { knownCredentials } from "../../args/credentials.js";
import { readToken, targetNamed } from "../../args/inputs.js";
import { clockAt } from "../../args/time.js";
import { exitCodeOf } from "../../terminal/finding-lines.js";
import { EXIT, type ExitCode, type Io } from "../../terminal/io.js";
import { print } from "../../terminal/page.js";
import { UsageError } from "../../terminal/usage-error.js";
import { callNamed } from "./call.js";
import { examine } from "./examination.js";
import { reportOf } from "./report.js";
import type { inspect as spec } from "./spec.js";

export async function inspect({ options, arguments: { TOKEN } }: Given<typeof spec>, io: Io): Promise<ExitCode> {
  const target = targetNamed(options.target);
  if (options.room !== undefined && options.for === undefined)
    throw new UsageError("--room: is the room of --for CALL");
  const call = options.for === undefined ? undefined : { name: callNamed(options.for), room: options.room };
  const time = clockAt(options.now, io);
  const text = await readToken(TOKEN, io);
  const examination = await examine(text, { target, credentials: knownCredentials(options, io), call, time }, io);
  if (options.json) io.stdout.write(`${printableJson(examination)}\n`);
  else print(io.stdout, reportOf(examination, { full: options.full }));
  return examination.call?.permitted === false ? EXIT.refused : exitCodeOf(examination.findings);
}
