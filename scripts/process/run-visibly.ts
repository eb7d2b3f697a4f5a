import { spawn } from "node:child_process";

/**
 * Runs a command in a folder, with its output on this process's.
 *
 * @throws Error naming the command, when it fails
 */
export async function run(folder: string, program: string, ...args: readonly string[]): Promise<void> {
  const child = spawn(program, args, { cwd: folder, stdio: ["ignore", "inherit", "inherit"] });
  const status = await new Promise<number | string>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve(code ?? String(signal)));
  });
  if (status !== 0) throw new Error(`"${[program, ...args].join(" ")}" ended with ${status}`);
}

/** Runs a script of package.json. */
export function runScript(folder: string, script: string, ...args: readonly string[]): Promise<void> {
  return run(folder, "npm", "run", "--silent", script, "--", ...args);
}
