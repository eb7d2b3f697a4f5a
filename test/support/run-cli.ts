import { readFile } from "node:fs/promises";
import { run } from "../../src/cli/run.js";
import type { ExitCode, Io } from "../../src/cli/terminal/io.js";
import { clock, KEY, SECRET } from "./tokens.js";

export interface Outcome {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

export interface World {
  readonly stdin?: string;
  /** Those of the key unless others are given. */
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly color?: boolean;
  /** Whether standard input is a terminal, at which nobody sits. */
  readonly isTerminal?: boolean;
  /** Milliseconds since 1970, where {@link clock} is not meant. */
  readonly clock?: () => number;
}

export const KEYS = { LIVEKIT_API_KEY: KEY, LIVEKIT_API_SECRET: SECRET };

/** Runs the command line at the time that {@link clock} says, in a world of its own. */
export async function command(argv: readonly string[], world: World = {}): Promise<Outcome> {
  const { stdin = "", env = KEYS, files = {}, color = false, isTerminal = false } = world;
  const written = { stdout: "", stderr: "" };
  const output = (name: keyof typeof written): Io["stdout"] => ({
    color,
    write: (text) => {
      written[name] += text;
    },
  });
  const code = await run(argv, {
    env,
    clock: world.clock ?? clock,
    stdin: { isTerminal, read: async () => stdin },
    stdout: output("stdout"),
    stderr: output("stderr"),
    readFile: async (path) => {
      const text = files[path];
      if (text === undefined) throw new Error("cannot be read (ENOENT)");
      return text;
    },
    readPackageFile: (path) => readFile(new URL(`../../${path}`, import.meta.url), "utf8"),
  });
  return { code, ...written };
}

/** What a command that goes well prints, as JSON. */
export async function json<T = Record<string, unknown>>(argv: readonly string[], world: World = {}): Promise<T> {
  const { stdout } = await command(argv, world);
  return JSON.parse(stdout) as T;
}
