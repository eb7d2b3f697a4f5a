import { AccessTokenError } from "../../issues/error.js";
import { findTokens } from "../../paste/find-tokens.js";
import type { Found } from "../../paste/found.js";
import { target } from "../../targets/create-target.js";
import type { Target } from "../../targets/target.js";
import type { Io } from "../terminal/io.js";
import { UsageError } from "../terminal/usage-error.js";
import { targetName } from "./target-name.js";

/**
 * A token, or whatever stands in its place, without the white space that comes with pasting.
 *
 * @throws UsageError when there is none, and nobody but a person at a terminal to ask
 */
export async function readToken(argument: string | undefined, { stdin }: Io): Promise<string> {
  if (argument !== undefined && argument !== "-") return argument.trim();
  if (argument === undefined && stdin.isTerminal) {
    throw new UsageError("the token is missing: pipe it in, or give it as TOKEN, or - to type it");
  }
  return (await attempt("standard input", () => stdin.read())).trim();
}

/**
 * Reads the tokens in whatever is pasted, as {@link readToken} reads it: at least one, or claims, or the reason for none.
 *
 * @throws UsageError as {@link readToken}
 */
export async function readTokens(argument: string | undefined, io: Io): Promise<readonly Found[]> {
  return findTokens(await readToken(argument, io));
}

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

/** @throws UsageError when there is no such target */
export function targetNamed(name: string | undefined): Target | undefined {
  if (name === undefined) return undefined;
  try {
    return target(targetName(name));
  } catch (error) {
    if (AccessTokenError.is(error)) throw new UsageError(`--target: ${error.message}`);
    throw error;
  }
}

async function attempt(what: string, read: () => Promise<string>): Promise<string> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${what}: ${(error as Error).message}`);
  }
}
