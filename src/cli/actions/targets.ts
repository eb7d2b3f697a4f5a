import { protocolOf, targetNames } from "../../targets/find-target.js";
import type { Given } from "../command.js";
import type { targets as spec } from "../commands/targets.js";
import { EXIT, type ExitCode, type Io } from "../io.js";
import { print } from "../page.js";
import { printableJson } from "../printable.js";

export async function targets({ options }: Given<typeof spec>, { stdout }: Io): Promise<ExitCode> {
  const known = targetNames().map((name) => ({ name, protocol: protocolOf(name) }));
  if (options.json) {
    stdout.write(`${printableJson(known)}\n`);
  } else {
    const width = Math.max(...known.map(({ name }) => name.length)) + 2;
    print(
      stdout,
      known.map(({ name, protocol }) => `${name.padEnd(width)}protocol ${protocol}`),
    );
  }
  return EXIT.fine;
}
