import { ACTIONS, type Action } from "./actions.js";
import { type Alias, aliasOf } from "./aliases.js";
import type { CommandSpec, Given } from "./args/command-spec.js";
import { commandHelp, overview } from "./args/help.js";
import { nearestName } from "./args/nearest-name.js";
import { parseCommand } from "./args/parse.js";
import { readSources } from "./args/sources.js";
import { COMMANDS, isCommandName } from "./commands.js";
import { reportFailure } from "./terminal/failure.js";
import { EXIT, type ExitCode, type Io } from "./terminal/io.js";
import { print } from "./terminal/page.js";
import { UsageError } from "./terminal/usage-error.js";

/**
 * Runs the command line without a process.
 *
 * @param argv the arguments after the program's name
 * @returns the exit code. Errors are printed to `io.stderr`; only a bug is thrown
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const alias = isCommandName(argv[0] ?? "") ? undefined : aliasOf(argv);
  const [first, ...rest] = alias === undefined ? argv : [alias.name, ...argv.slice(alias.words)];
  const name = first ?? "";
  const failed = (error: unknown): ExitCode =>
    reportFailure(io.stderr, error, {
      json: argv.includes("--json"),
      help: `livekit-claims ${isCommandName(name) ? `${name} ` : ""}--help`,
    });
  try {
    if (name === "--version") return await version(io);
    if (name === "--help" || name === "-h" || name === "help") return help(rest, io);
    if (!isCommandName(name)) throw unknownCommand(first);
    const spec: CommandSpec = COMMANDS[name];
    const parsed = parseCommand(spec, rest);
    if (parsed === "help") return help([name], io);
    // With --json, standard error is empty or JSON.
    if (!argv.includes("--json")) print(io.stderr, notesOf(spec, parsed, alias));
    const { given, io: sourced } = await readSources(parsed, io);
    const action = (await ACTIONS[name]()) as Action<CommandSpec>;
    return await action(given, sourced);
  } catch (error) {
    return failed(error);
  }
}

/** Returns notes on another name of a command, and on options that have no effect. */
function notesOf({ options }: CommandSpec, given: Given, alias: Alias | undefined): string[] {
  const renamed = alias === undefined ? [] : [`note: ${alias.alias} is called ${alias.name} here`];
  const idle = Object.entries(options).flatMap(([name, { note }]) =>
    note === undefined || given.options[name] === undefined ? [] : [`note: --${name} has no effect: ${note}`],
  );
  return [...renamed, ...idle];
}

function help(argv: readonly string[], { stdout }: Io): ExitCode {
  const name = argv.find((argument) => !argument.startsWith("-"));
  if (name !== undefined && !isCommandName(name)) throw unknownCommand(name);
  stdout.write(name === undefined ? overview(COMMANDS) : commandHelp(name, COMMANDS[name]));
  return EXIT.fine;
}

async function version({ readPackageFile, stdout }: Io): Promise<ExitCode> {
  const manifest: { version: string } = JSON.parse(await readPackageFile("package.json"));
  stdout.write(`${manifest.version}\n`);
  return EXIT.fine;
}

/** Quotes the name only when it looks like one: it may be a token. */
function unknownCommand(name: string | undefined): UsageError {
  const names = Object.keys(COMMANDS);
  const known = `the commands are ${names.join(", ")}`;
  if (name === undefined) return new UsageError(`a command is missing; ${known}`);
  if (name.startsWith("-")) return new UsageError(`options come after the command; ${known}`);
  if (!/^[a-z-]{1,20}$/i.test(name)) return new UsageError(`the first argument is not a command; ${known}`);
  const suggestion = nearestName(name, names);
  const meant = suggestion === undefined ? known : `did you mean ${suggestion}?`;
  return new UsageError(`there is no command ${name}; ${meant}`);
}
