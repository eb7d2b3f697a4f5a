import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { retry } from "./retry.js";

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** A program that is needed is not there. */
export class MissingProgram extends Error {
  override readonly name = "MissingProgram";
}

/**
 * What a program prints.
 *
 * @throws MissingProgram when it is not installed
 * @throws Error with what it says when it fails
 */
export async function run(program: string, args: readonly string[], { cwd, env }: RunOptions = {}): Promise<string> {
  try {
    const options = { cwd, env: { ...process.env, ...env }, maxBuffer: Number.POSITIVE_INFINITY };
    return (await promisify(execFile)(program, args, options)).stdout;
  } catch (error) {
    const { code, stderr, stdout } = error as { code?: unknown; stderr?: string; stdout?: string };
    if (code === "ENOENT") throw new MissingProgram(`${program} is not installed`);
    throw new Error(`"${[program, ...args].join(" ")}" fails:\n${(stderr || stdout || String(error)).trim()}`);
  }
}

/**
 * The same for what reaches a registry, which is tried up to three times.
 *
 * @param no what the program says when the registry did answer, with a no
 */
export function download(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
  no?: RegExp,
): Promise<string> {
  const isFinal = (error: unknown): boolean =>
    error instanceof MissingProgram || (no?.test((error as Error).message) ?? false);
  return retry(() => run(program, args, options), isFinal);
}
