import { execute } from "../../scripts/process/execute.js";

/** What a suite needs is not installed: a loud skip on a developer's machine, a failure under CI. */
export class MissingToolchain extends Error {
  override readonly name = "MissingToolchain";
  constructor(readonly command: string) {
    super(`"${command}" does not run here`);
  }
}

/**
 * What each of the commands prints, such as "go version".
 *
 * @throws MissingToolchain when one does not run
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
