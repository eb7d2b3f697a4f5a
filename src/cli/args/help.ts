import { EXIT_CODES } from "../terminal/io.js";
import { type CommandSpec, HELP, type OptionSpec } from "./command-spec.js";

const PROGRAM = "livekit-claims";
const WIDTH = 100;

/** Lists the commands, for `livekit-claims --help`. */
export function overview(commands: Readonly<Record<string, CommandSpec>>): string {
  return [
    `${PROGRAM}: LiveKit access tokens`,
    "",
    "Usage:",
    `  ${PROGRAM} COMMAND [options]`,
    `  ${PROGRAM} help COMMAND`,
    `  ${PROGRAM} --version`,
    "",
    "Commands:",
    ...columns(Object.entries(commands).map(([name, { summary }]) => [name, summary])),
    "",
    "Exit codes:",
    ...columns(Object.entries(EXIT_CODES)),
    "",
  ].join("\n");
}

/** Describes a command, its arguments and options, for `livekit-claims COMMAND --help`. */
export function commandHelp(name: string, spec: CommandSpec): string {
  const { summary, details, examples } = spec;
  return [
    `${PROGRAM} ${name}: ${summary}`,
    "",
    "Usage:",
    `  ${usageOf(name, spec)}`,
    ...details.flatMap((paragraph) => ["", ...wrap(paragraph, WIDTH)]),
    ...section("Arguments:", columns(Object.entries(spec.arguments).map(([argument, { help }]) => [argument, help]))),
    ...section("Options:", columns(optionRows(spec))),
    ...section(
      "Examples:",
      examples.flatMap(({ says, line }) => [`  # ${says}`, `  ${line}`]),
    ),
    "",
  ].join("\n");
}

/** Returns the usage line: "livekit-claims verify [options] [TOKEN]". */
export function usageOf(name: string, spec: CommandSpec): string {
  const args = Object.entries(spec.arguments).map(([argument, { optional }]) =>
    optional ? `[${argument}]` : argument,
  );
  return [PROGRAM, name, "[options]", ...args].join(" ");
}

/** Returns each option as it is written, with its help. */
export function optionRows(spec: CommandSpec): (readonly [written: string, help: string])[] {
  return Object.entries({ ...spec.options, help: HELP }).map(([name, option]) => [
    written(name, option),
    helpOf(option),
  ]);
}

function written(name: string, { short, value }: OptionSpec): string {
  return `${short === undefined ? "" : `-${short}, `}--${name}${value === undefined ? "" : ` ${value}`}`;
}

function helpOf({ help, env }: OptionSpec): string {
  return env === undefined ? help : `${help} [${env}]`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...lines];
}

/** Lays out rows of two columns, and wraps the second. */
function columns(rows: readonly (readonly [string, string])[]): string[] {
  const indent = Math.max(0, ...rows.map(([left]) => left.length)) + 4;
  return rows.flatMap(([left, right]) =>
    wrap(right, WIDTH - indent).map((line, index) => (index === 0 ? `  ${left}` : "").padEnd(indent) + line),
  );
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
