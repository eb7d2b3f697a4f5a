/** An environment of little more than the path and the home folder, so that nothing of ours changes what a program does. */
export function bareEnvironment(more: Readonly<NodeJS.ProcessEnv> = {}): NodeJS.ProcessEnv {
  const { PATH = "", HOME = "" } = process.env;
  return { PATH, HOME, NO_COLOR: "1", ...more };
}
