/**
 * Returns an environment of `PATH`, `HOME` and NO_COLOR=1, so that the variables of this process do not affect a
 * program.
 */
export function bareEnvironment(more: Readonly<NodeJS.ProcessEnv> = {}): NodeJS.ProcessEnv {
  const { PATH = "", HOME = "" } = process.env;
  return { PATH, HOME, NO_COLOR: "1", ...more };
}
