import { type Ended, type ExecuteOptions, execute, MissingProgram } from "./execute.js";
import { retry } from "./retry.js";

/** A program failed. Its message has the command and all that the program printed. */
export class CommandFailed extends Error {
  override readonly name = "CommandFailed";
  constructor(
    command: readonly string[],
    readonly ended: Ended,
  ) {
    const { code, stdout, stderr } = ended;
    const how = code === null ? "was killed" : `fails with ${code}`;
    super(`"${command.join(" ")}" ${how}:\n${`${stdout}\n${stderr}`.trim()}`);
  }
}

/**
 * Runs a program and returns its standard output.
 *
 * @throws MissingProgram when it is not installed
 * @throws CommandFailed when it fails or is killed
 */
export async function run(program: string, args: readonly string[], options?: ExecuteOptions): Promise<string> {
  const ended = await execute(program, args, options);
  if (ended.code !== 0) throw new CommandFailed([program, ...args], ended);
  return ended.stdout;
}

/** An environment in which package managers ask a registry once, as whoever runs them is what asks again. */
export function askingOnce(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const maven = [env.MAVEN_OPTS, "-Dmaven.wagon.http.retryHandler.count=0"].filter(Boolean).join(" ");
  return { ...env, npm_config_fetch_retries: "0", CARGO_NET_RETRY: "0", PIP_RETRIES: "0", MAVEN_OPTS: maven };
}

/**
 * Runs a program that reaches a registry, and runs it again when it fails. This is the only place that retries a
 * download; what was fetched before the failure is in the program's own cache.
 *
 * @param no matches what the program prints when the registry did answer, with a no
 */
export function download(
  program: string,
  args: readonly string[],
  options: ExecuteOptions = {},
  no?: RegExp,
): Promise<string> {
  const isFinal = (error: unknown): boolean =>
    error instanceof MissingProgram || (no?.test((error as Error).message) ?? false);
  return retry(() => run(program, args, { ...options, env: askingOnce(options.env) }), isFinal);
}
