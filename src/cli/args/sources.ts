import type { Io } from "../terminal/io.js";
import { UsageError } from "../terminal/usage-error.js";
import type { Given } from "./command-spec.js";
import { parseEnvFile } from "./env-file.js";
import { readText } from "./inputs.js";

const SECRET = "api-secret";
const SECRET_FILE = "api-secret-file";
const ENV_FILE = "env-file";

/** The arguments and the input of a command. */
export interface Sourced {
  readonly given: Given;
  readonly io: Io;
}

/**
 * Reads the files that options name for secrets: the variables of --env-file, which win over those of the environment, and
 * the secret of --api-secret-file, without one line end after it.
 *
 * @throws UsageError
 */
export async function readSources(given: Given, io: Io): Promise<Sourced> {
  const envFile = given.options[ENV_FILE] as string | undefined;
  const secretFile = given.options[SECRET_FILE] as string | undefined;
  if (envFile === "-" && secretFile === "-") throw readAlready(`--${SECRET_FILE}`, `--${ENV_FILE}`);
  let sourced: Sourced = { given, io };
  if (envFile !== undefined) sourced = withEnv(sourced, parseEnvFile(await readText(`--${ENV_FILE}`, envFile, io)));
  if (secretFile !== undefined) sourced = withSecret(sourced, await readText(`--${SECRET_FILE}`, secretFile, io));
  const reader = envFile === "-" ? ENV_FILE : secretFile === "-" ? SECRET_FILE : undefined;
  return reader === undefined ? sourced : { ...sourced, io: withoutStdin(sourced.io, `--${reader}`) };
}

function withEnv({ given, io }: Sourced, variables: Readonly<Record<string, string>>): Sourced {
  return { given, io: { ...io, env: { ...io.env, ...variables } } };
}

function withSecret({ given, io }: Sourced, text: string): Sourced {
  const secret = text.replace(/\r?\n$/, "");
  if (secret === "") throw new UsageError(`--${SECRET_FILE}: is empty`);
  const before = given.options[SECRET] as string | readonly string[] | undefined;
  if (typeof before === "string")
    throw new UsageError(`--${SECRET_FILE}: cannot be combined with --${SECRET}; leave one of them out`);
  const after = Array.isArray(before) ? [...before, secret] : secret;
  const options: unknown = { ...given.options, [SECRET]: after };
  return { given: { ...given, options: options as Given["options"] }, io };
}

/** Replaces standard input, which was read already. */
function withoutStdin(io: Io, reader: string): Io {
  const read = async (): Promise<string> => {
    throw new UsageError(`standard input is read for ${reader} already`);
  };
  return { ...io, stdin: { isTerminal: false, read } };
}

function readAlready(what: string, reader: string): UsageError {
  return new UsageError(`${what}: standard input is read for ${reader} already`);
}
