import { type Ended, type ExecuteOptions, execute, MissingProgram } from "./execute.js";
import { retry } from "./retry.js";

/** The error for a program that failed. Its message has the command and the complete output. */
export class CommandFailed extends Error {
  override readonly name = "CommandFailed";
  constructor(
    command: readonly string[],
    readonly ended: Ended,
  ) {
    const { code, stdout, stderr } = ended;
    const how = code === null ? "was killed" : `failed with exit status ${code}`;
    super(`"${command.join(" ")}" ${how}:\n${`${stdout}\n${stderr}`.trim()}`);
  }
}

/**
 * Runs a program and returns its standard output.
 *
 * @throws MissingProgram when the program is not installed
 * @throws CommandFailed when the program fails or is killed
 */
export async function run(program: string, args: readonly string[], options?: ExecuteOptions): Promise<string> {
  const ended = await execute(program, args, options);
  if (ended.code !== 0) throw new CommandFailed([program, ...args], ended);
  return ended.stdout;
}

/** Returns an environment in which package managers do not retry: `download` does. */
export function withoutRetries(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const maven = [env.MAVEN_OPTS, "-Dmaven.wagon.http.retryHandler.count=0"].filter(Boolean).join(" ");
  return { ...env, npm_config_fetch_retries: "0", CARGO_NET_RETRY: "0", PIP_RETRIES: "0", MAVEN_OPTS: maven };
}

/**
 * Runs a program that downloads from a registry, and runs it again when it fails. No other code retries a download.
 * The program's own cache keeps files that were fetched before the failure.
 *
 * @param refusal matches the output of a program to which the registry answered with a refusal; this is not retried
 */
export function download(
  program: string,
  args: readonly string[],
  options: ExecuteOptions = {},
  refusal?: RegExp,
): Promise<string> {
  const isFinal = (error: unknown): boolean =>
    error instanceof MissingProgram || (refusal?.test((error as Error).message) ?? false);
  return retry(() => run(program, args, { ...options, env: withoutRetries(options.env) }), isFinal);
}
