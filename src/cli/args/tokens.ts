import { findTokens } from "../../paste/find-tokens.js";
import type { Found } from "../../paste/found.js";
import type { Io } from "../terminal/io.js";
import { UsageError } from "../terminal/usage-error.js";
import { attempt } from "./inputs.js";

/**
 * Returns the text that should be a token, without white space around it.
 *
 * @throws UsageError when there is none, and standard input is a terminal
 */
export async function readToken(argument: string | undefined, { stdin }: Io): Promise<string> {
  if (argument !== undefined && argument !== "-") return argument.trim();
  if (argument === undefined && stdin.isTerminal) {
    throw new UsageError("the token is missing: pipe it in, pass it as TOKEN, or pass - to type it");
  }
  return (await attempt("standard input", () => stdin.read())).trim();
}

/**
 * Finds the tokens in the text of {@link readToken}: at least one, or claims, or the reason why there is none.
 *
 * @throws UsageError as {@link readToken}
 */
export async function readTokens(argument: string | undefined, io: Io): Promise<readonly Found[]> {
  return findTokens(await readToken(argument, io));
}
