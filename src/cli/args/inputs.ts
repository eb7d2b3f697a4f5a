import type { Io } from "../terminal/io.js";
import { UsageError } from "../terminal/usage-error.js";

/**
 * The text of a file, or of standard input for "-".
 *
 * @param what who asks for it, such as "--claims"
 * @throws UsageError when it cannot be read
 */
export function readText(what: string, path: string, { stdin, readFile }: Io): Promise<string> {
  return attempt(what, () => (path === "-" ? stdin.read() : readFile(path)));
}

/**
 * Standard input can be read once.
 *
 * @param paths by who asks for them
 * @throws UsageError when more than one is "-"
 */
export function checkOneStdin(paths: Readonly<Record<string, string | undefined>>): void {
  const [first, second] = Object.keys(paths).filter((what) => paths[what] === "-");
  if (second !== undefined) throw new UsageError(`${second}: standard input is read for ${first} already`);
}

/**
 * What a text says as JSON. A parser's own message is not passed on: it quotes the text.
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

/** @throws UsageError when what is asked for cannot be read */
export async function attempt(what: string, read: () => Promise<string>): Promise<string> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${what}: ${(error as Error).message}`);
  }
}
