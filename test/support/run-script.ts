import { execFile } from "node:child_process";
import { promisify } from "node:util";

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a file of scripts/ in a copy of the project, however it ends. */
export async function runScript(
  project: string,
  script: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  try {
    const argv = ["--import", "tsx", `scripts/${script}`, ...args];
    const options = { cwd: project, env: { ...process.env, ...env } };
    return { code: 0, ...(await promisify(execFile)(process.execPath, argv, options)) };
  } catch (error) {
    return error as Ended;
  }
}
