import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { retry } from "../../retry.js";

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * What a program prints.
 *
 * @throws Error with what it says when it fails, or that it is not installed
 */
export async function run(program: string, args: readonly string[], { cwd, env }: RunOptions = {}): Promise<string> {
  try {
    const options = { cwd, env: { ...process.env, ...env }, maxBuffer: Number.POSITIVE_INFINITY };
    return (await promisify(execFile)(program, args, options)).stdout;
  } catch (error) {
    const { code, stderr, stdout } = error as { code?: unknown; stderr?: string; stdout?: string };
    if (code === "ENOENT") throw new Error(`${program} is not installed`);
    throw new Error(`"${[program, ...args].join(" ")}" fails:\n${(stderr || stdout || String(error)).trim()}`);
  }
}

/** The same for what reaches a registry, which is tried up to three times. */
export function download(program: string, args: readonly string[], options?: RunOptions): Promise<string> {
  return retry(() => run(program, args, options));
}
