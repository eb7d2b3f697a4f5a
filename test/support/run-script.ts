import { type Ended, execute } from "../../scripts/process/execute.js";

/** Runs a file of scripts/ in a copy of the project. Resolves with any exit status. */
export function runScript(
  project: string,
  script: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  const argv = ["--import", "tsx", `scripts/${script}`, ...args];
  return execute(process.execPath, argv, { cwd: project, env: { ...process.env, ...env } });
}
