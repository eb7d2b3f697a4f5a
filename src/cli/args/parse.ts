import { type ParseArgsConfig, parseArgs } from "node:util";

import { getOwn } from "../../json/own.js";
import { UsageError } from "../terminal/usage-error.js";
import { type CommandSpec, type Given, HELP, type OptionSpec } from "./command-spec.js";
import { nearestName } from "./nearest-name.js";

type Options = NonNullable<ParseArgsConfig["options"]>;

/**
 * Reads what follows the name of a command. Node's parser tells the pieces apart; what is wrong with them is said here,
 * without the values, as one of them may be a secret or a token.
 *
 * @returns "help" when that is asked for, whatever else is wrong
 * @throws UsageError
 */
export function parseCommand<Spec extends CommandSpec>(spec: Spec, argv: readonly string[]): Given<Spec> | "help" {
  const known: Readonly<Record<string, OptionSpec>> = { ...spec.options, help: HELP };
  const options = Object.fromEntries(Object.entries(known).map(([name, option]) => [name, toNodes(option)]));
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
  if (tokens.some((token) => token.kind === "option" && token.name === "help")) return "help";

  const values = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const value = checkOption(token, known, spec);
    values.set(token.name, [...(values.get(token.name) ?? []), value]);
  }
  return {
    options: mapValues(spec.options, (option, name) => givenValue(name, option, values.get(name))),
    arguments: argumentsOf(spec, positionals),
  } as Given<Spec>;
}

function toNodes({ short, value }: OptionSpec): Options[string] {
  const type = value === undefined ? "boolean" : "string";
  return short === undefined ? { type } : { type, short };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

/** The value of an option, or "" of a flag. */
function checkOption(
  token: OptionToken,
  known: Readonly<Record<string, OptionSpec>>,
  { answers = {} }: CommandSpec,
): string {
  const { name, rawName, value, inlineValue } = token;
  const option = getOwn(known, name);
  if (option === undefined) throw unknownOption(rawName, Object.keys(known), getOwn(answers, name));
  if (option.value === undefined) {
    if (value !== undefined) throw new UsageError(`${rawName} takes no value`);
    return "";
  }
  if (value === undefined) throw new UsageError(`${rawName} needs a value: ${rawName} ${option.value}`);
  if (!inlineValue && value.startsWith("-") && value.length > 1) {
    throw new UsageError(`${rawName} needs a value; one that starts with a dash is written --${name}=${option.value}`);
  }
  return value;
}

function unknownOption(rawName: string, known: readonly string[], answer: string | undefined): UsageError {
  if (answer !== undefined) return new UsageError(`there is no option ${rawName}; ${answer}`);
  const suggestion = nearestName(rawName.replace(/^-+/, ""), known);
  return new UsageError(
    `there is no option ${rawName}${suggestion === undefined ? "" : `; did you mean --${suggestion}?`}`,
  );
}

function givenValue(name: string, option: OptionSpec, given: readonly string[] | undefined): unknown {
  if (option.value === undefined) return given !== undefined;
  if (option.many) return given ?? [];
  if (given !== undefined && given.length > 1) throw new UsageError(`--${name} is given more than once`);
  return given?.[0];
}

function argumentsOf(spec: CommandSpec, positionals: readonly string[]): Record<string, string | undefined> {
  const names = Object.keys(spec.arguments);
  if (positionals.length > names.length) {
    throw new UsageError(`too many arguments: it takes ${names.length === 0 ? "none" : names.join(" ")}`);
  }
  return mapValues(spec.arguments, ({ optional }, name) => {
    const value = positionals[names.indexOf(name)];
    if (value === undefined && !optional) throw new UsageError(`the argument ${name} is missing`);
    return value;
  });
}

function mapValues<T, R>(object: Readonly<Record<string, T>>, map: (value: T, name: string) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, map(value, name)]));
}
