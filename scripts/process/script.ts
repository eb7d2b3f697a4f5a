/**
 * Runs a script of package.json that takes one option at the most. It exits with 0 when its work gives true, with 1 when
 * that gives false or throws, which is printed, and with 2 and its usage for options that it does not take.
 */
export async function script(
  usage: string,
  takes: (option: string) => boolean,
  work: (option: string | undefined) => Promise<boolean>,
): Promise<void> {
  const [option, ...more] = process.argv.slice(2);
  if (more.length > 0 || (option !== undefined && !takes(option))) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  try {
    if (!(await work(option))) process.exitCode = 1;
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
