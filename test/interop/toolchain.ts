import { execute } from "../../scripts/process/execute.js";

/** A required program that is not installed. Suites are skipped with a warning, or fail in CI. */
export class MissingToolchain extends Error {
  override readonly name = "MissingToolchain";
  constructor(readonly command: string) {
    super(`"${command}" does not run here`);
  }
}

/**
 * Returns the output of each command, such as "go version".
 *
 * @throws MissingToolchain when a command does not run
 */
export async function toolchainVersions(commands: readonly string[]): Promise<string> {
  const printed = await Promise.all(commands.map(versionOf));
  return printed.join("\n");
}

async function versionOf(command: string): Promise<string> {
  const [program = "", ...args] = command.split(" ");
  const ended = await execute(program, args).catch(() => undefined);
  if (ended?.code !== 0) throw new MissingToolchain(command);
  return ended.stdout + ended.stderr;
}
