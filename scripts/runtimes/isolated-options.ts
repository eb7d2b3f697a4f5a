import { bareEnvironment } from "../process/bare-environment.js";
import type { ExecuteOptions } from "../process/execute.js";

/**
 * Returns the options to run a program in a folder, with a bare environment and a timeout of five minutes, enough
 * for a slow machine.
 */
export const isolatedOptions = (cwd: string, env: NodeJS.ProcessEnv = {}): ExecuteOptions => ({
  cwd,
  env: bareEnvironment(env),
  timeout: 5 * 60_000,
});
