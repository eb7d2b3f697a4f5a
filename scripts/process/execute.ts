import { spawn } from "node:child_process";
import { NOT_FOUND, tethered } from "./tether.js";

export interface ExecuteOptions {
  readonly cwd?: string;
  /** All of its environment; that of this process by default. */
  readonly env?: NodeJS.ProcessEnv;
  /** The text on its standard input, which is empty by default. A tethered program has none. */
  readonly input?: string;
  /** Prints its output where this process prints its own, instead of returning it. */
  readonly visible?: boolean;
  /** Kills it, with all that it started, when this process ends, however that ends. */
  readonly tether?: boolean;
  /** Milliseconds after which it is killed with all that it started. Implies `tether`. */
  readonly timeout?: number;
}

/** How a program ended. */
export interface Ended {
  /** Its exit status, or null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program is not installed. */
export class MissingProgram extends Error {
  override readonly name = "MissingProgram";
}

/**
 * Runs a program to its end, whatever that is.
 *
 * @throws MissingProgram when it is not installed
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
  // A program that does not read its input may have ended. The input of a tethered one stays open: it is the tether.
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
