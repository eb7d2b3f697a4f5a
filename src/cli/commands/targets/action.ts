import { printableJson } from "../../../json/escape-controls.js";
import { protocolOf, targetNames } from "../../../targets/names.js";
import type { Given } from "../../args/command-spec.js";
import { EXIT, type ExitCode, type Io } from "../../terminal/io.js";
import { print } from "../../terminal/page.js";
import type { targets as spec } from "./spec.js";

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
