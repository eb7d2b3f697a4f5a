/**
 * Runs a script of package.json that accepts at most one option. The exit status is 0 when `work` returns true, 1
 * when it returns false or throws (the message is printed), and 2 for invalid options (the usage is printed).
 */
export async function script(
  usage: string,
  accepts: (option: string) => boolean,
  work: (option: string | undefined) => Promise<boolean>,
  [option, ...more]: readonly string[] = process.argv.slice(2),
): Promise<void> {
  if (more.length > 0 || (option !== undefined && !accepts(option))) {
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
