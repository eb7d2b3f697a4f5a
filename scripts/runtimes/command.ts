import { spawn } from "node:child_process";

export interface CommandOptions {
  readonly cwd: string;
  /** Added to the path and home folder, which is all that a command gets of our environment. */
  readonly env?: Readonly<NodeJS.ProcessEnv>;
  /** Milliseconds after which it is killed, with all that it started; a minute unless set. */
  readonly timeout?: number;
}

/**
 * What a command prints on its standard output.
 *
 * @throws Error with all that it printed when it fails or takes too long
 */
export async function runCommand(command: readonly string[], options: CommandOptions): Promise<string> {
  const { cwd, env = {}, timeout = 60_000 } = options;
  const [program = "", ...args] = command;
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(program, args, {
    cwd,
    env: { PATH, HOME, NO_COLOR: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let stdout = "";
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    stdout += text;
    printed += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    printed += text;
  });
  const killer = setTimeout(() => {
    printed += `\nkilled after ${timeout} ms`;
    if (child.pid) process.kill(-child.pid, "SIGKILL");
  }, timeout);
  try {
    const status = await new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", resolve);
    });
    if (status !== 0) throw new Error(`${command.join(" ")} failed in ${cwd}:\n${printed}`);
    return stdout;
  } finally {
    clearTimeout(killer);
  }
}
