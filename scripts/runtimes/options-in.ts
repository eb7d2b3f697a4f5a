import { bareEnvironment } from "../process/bare-environment.js";
import type { ExecuteOptions } from "../process/execute.js";

/** Runs a program in a folder with a bare environment, and time enough for a slow machine. */
export const optionsIn = (cwd: string, env: NodeJS.ProcessEnv = {}): ExecuteOptions => ({
  cwd,
  env: bareEnvironment(env),
  timeout: 5 * 60_000,
});
