import { spawn } from "node:child_process";
import { NOT_FOUND, tethered } from "./tether.js";

export interface ExecuteOptions {
  readonly cwd?: string;
  /** The complete environment of the program. Default: the environment of this process. */
  readonly env?: NodeJS.ProcessEnv;
  /** The text on standard input. Default: empty. Ignored with `tether`, which needs standard input for itself. */
  readonly input?: string;
  /** Whether the program writes to the output of this process. If so, the output returned is empty. */
  readonly visible?: boolean;
  /** Whether to kill the program and its children when this process ends, even by SIGKILL. */
  readonly tether?: boolean;
  /** The milliseconds after which the program and its children are killed. Implies `tether`. */
  readonly timeout?: number;
}

/** The result of a program that has ended. */
export interface Ended {
  /** The exit status, or null when a signal ended the program. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The error for a program that is not installed. */
export class MissingProgram extends Error {
  override readonly name = "MissingProgram";
}

/**
 * Runs a program until it ends. A failure of the program is a result, not an error.
 *
 * @throws MissingProgram when the program is not installed
 */
export async function execute(program: string, args: readonly string[], options: ExecuteOptions = {}): Promise<Ended> {
  const { cwd, env = process.env, input = "", visible = false, timeout, tether = timeout !== undefined } = options;
  const [file, ...argv] = tether ? tethered([program, ...args]) : [program, ...args];
  const output = visible ? "inherit" : "pipe";
  const child = spawn(file, argv, { cwd, env, detached: tether, stdio: ["pipe", output, output] });
  const read = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.setEncoding("utf8").on("data", (text: string) => {
      read[name] += text;
    });
  }
  // The program may end without reading its input: ignore the error. A tethered program keeps its input open, since
  // closing it kills the program.
  child.stdin?.on("error", () => {});
  if (!tether) child.stdin?.end(input);
  const kill = (): void => {
    read.stderr += `\nkilled after ${timeout} ms\n`;
    if (child.pid) process.kill(-child.pid, "SIGKILL");
  };
  const killer = timeout === undefined ? undefined : setTimeout(kill, timeout);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", resolve);
    });
    if (tether && code === NOT_FOUND) throw new MissingProgram(`${program} is not installed`);
    return { code, ...read };
  } catch (error) {
    if ((error as { code?: unknown }).code === "ENOENT") throw new MissingProgram(`${program} is not installed`);
    throw error;
  } finally {
    clearTimeout(killer);
  }
}
