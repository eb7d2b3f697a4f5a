import { nearest } from "../../../issues/nearest.js";
import type { CommandSpec, Given } from "../../args/command-spec.js";
import { EXIT, type ExitCode, type Io } from "../../terminal/io.js";
import { UsageError } from "../../terminal/usage-error.js";
import { bashScript, fishScript, zshScript } from "./scripts.js";
import { SHELLS, type completion as spec } from "./spec.js";

const SCRIPTS = { bash: bashScript, zsh: zshScript, fish: fishScript } as const;

/** Prints the script for one shell, made of a table of commands. */
export async function completion(
  { arguments: { SHELL } }: Given<typeof spec>,
  { stdout }: Io,
  commands: Readonly<Record<string, CommandSpec>>,
): Promise<ExitCode> {
  const shell = SHELLS.find((name) => name === SHELL.replace(/^.*\//, ""));
  if (shell === undefined) {
    const suggestion = nearest(SHELL, SHELLS);
    throw new UsageError(
      `SHELL: must be ${SHELLS.join(", ")}${suggestion === undefined ? "" : `; did you mean ${suggestion}?`}`,
    );
  }
  stdout.write(SCRIPTS[shell](commands));
  return EXIT.fine;
}
