import { readFile } from "node:fs/promises";
import { run } from "../../src/cli/run.js";
import type { ExitCode, Io } from "../../src/cli/terminal/io.js";
import type { PageService } from "../../src/cli/terminal/serve-page.js";
import { clock, KEY, SECRET } from "./tokens.js";

export interface Outcome {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

export interface World {
  readonly stdin?: string;
  /** Environment variables. The default has {@link KEYS}. */
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  /** Files of the package in the place of those that it has, such as what only a build makes. */
  readonly packageFiles?: Readonly<Record<string, string>>;
  /** Called with a page that would be served. */
  readonly served?: (service: PageService) => void;
  readonly color?: boolean;
  /** Whether standard input is a terminal without a user. */
  readonly isTerminal?: boolean;
  /** Returns milliseconds since 1970. The default is {@link clock}. */
  readonly clock?: () => number;
}

export const KEYS = { LIVEKIT_API_KEY: KEY, LIVEKIT_API_SECRET: SECRET };

const packageFiles = new Map<string, Promise<string>>();

/** Reads a file of the package, once for all commands. */
function readPackageFile(path: string): Promise<string> {
  const text = packageFiles.get(path) ?? readFile(new URL(`../../${path}`, import.meta.url), "utf8");
  packageFiles.set(path, text);
  return text;
}

/** Runs the command line with simulated input, output, files and time. */
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
    readPackageFile: async (path) => world.packageFiles?.[path] ?? (await readPackageFile(path)),
    servePage: async (service) => {
      world.served?.(service);
      service.started("http://127.0.0.1:7880/");
    },
  });
  return { code, ...written };
}

/** Returns the JSON that a command prints. */
export async function json<T = Record<string, unknown>>(argv: readonly string[], world: World = {}): Promise<T> {
  const { stdout } = await command(argv, world);
  return JSON.parse(stdout) as T;
}
