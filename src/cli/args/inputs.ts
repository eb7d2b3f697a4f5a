import type { Io } from "../terminal/io.js";
import { UsageError } from "../terminal/usage-error.js";

/**
 * Returns the text of a file, or of standard input for "-".
 *
 * @param what the option or argument that names it, such as "--claims"
 * @throws UsageError when it cannot be read
 */
export function readText(what: string, path: string, { stdin, readFile }: Io): Promise<string> {
  return attempt(what, () => (path === "-" ? stdin.read() : readFile(path)));
}

/**
 * Checks that standard input is read once at most.
 *
 * @param paths by the options or arguments that name them
 * @throws UsageError when more than one is "-"
 */
export function checkOneStdin(paths: Readonly<Record<string, string | undefined>>): void {
  const [first, second] = Object.keys(paths).filter((what) => paths[what] === "-");
  if (second !== undefined) throw new UsageError(`${second}: standard input is read for ${first} already`);
}

/**
 * Parses JSON. The message of the parser is left out, since it quotes the text.
 *
 * @throws UsageError
 */
export function parseJson(what: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${what}: is not JSON`);
  }
}

/** @throws UsageError when the input cannot be read */
export async function attempt(what: string, read: () => Promise<string>): Promise<string> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${what}: ${(error as Error).message}`);
  }
}
