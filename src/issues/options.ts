import { BareObject } from "../json/bare-object.js";
import { isObject, type Json } from "../json/is-object.js";
import { isPlain } from "../json/is-plain.js";
import { getOwn } from "../json/own.js";
import { typeName } from "../json/type-name.js";
import { AccessTokenError, invalidArgument } from "./error.js";
import { nearest } from "./nearest.js";

/** A check of the value of an option, and a description of valid values, worded to follow "must be". */
export type OptionRule = readonly [accepts: (value: unknown) => boolean, words: string];

/** The rules of all options of a call. The type requires one for each option, so that none can be forgotten. */
export type OptionRules<Options> = { readonly [Name in keyof Options]-?: OptionRule };

/** Accepts any value. For an option that is checked elsewhere. */
export const ANYTHING: OptionRule = [() => true, "anything"];
export const OBJECT: OptionRule = [isObject, "an object"];
export const BOOLEAN: OptionRule = [(value) => typeof value === "boolean", "true or false"];
export const CLOCK: OptionRule = [
  (value) => typeof value === "function",
  "a function that returns the milliseconds since 1970",
];
export const NOT_NEGATIVE: OptionRule = [
  (value) => typeof value === "number" && value >= 0,
  "a number that is not negative",
];

/** Returns the rule of an option that must be one of some strings. */
export function oneOf(...values: readonly string[]): OptionRule {
  return [(value) => values.includes(value as string), values.map((value) => `"${value}"`).join(" or ")];
}

/**
 * Checks the options of a call and returns a copy of those that are set. Reads own members only, so that a member that
 * somebody put on Object.prototype is not an option. Errors do not quote values, since one may be a misplaced secret.
 *
 * @param call the name of the function that has the options, for error messages
 * @throws AccessTokenError INVALID_ARGUMENT for an unknown option, or a value that its rule rejects
 */
export function readOptions<Options extends object>(
  call: string,
  given: unknown,
  rules: OptionRules<Options>,
): Readonly<Partial<Options>> {
  const options = new BareObject();
  if (given === undefined) return options as Partial<Options>;
  return attempt(`the options of ${call}`, () => {
    const plain = plainObject(`the options of ${call}`, given);
    checkOptionNames(call, plain, Object.keys(rules));
    for (const [name, value] of Object.entries(plain)) {
      const [accepts, words] = getOwn(rules, name) as OptionRule;
      if (value === undefined) continue;
      if (!accepts(value))
        throw invalidArgument(`the option ${name} of ${call} must be ${words}; got ${typeName(value)}`);
      options[name] = value;
    }
    return options as Partial<Options>;
  });
}

/**
 * Returns a value that must be a plain object. A promise that nobody awaited, or a Map, has no members that could be read.
 *
 * @param what the argument, for the error message
 * @throws AccessTokenError INVALID_ARGUMENT for any other value
 */
export function plainObject<T>(what: string, value: T): T & Json {
  if (isPlain(value)) return value;
  throw invalidArgument(`${what} must be a plain object; got ${typeName(value)}`);
}

/**
 * Checks that each member of an object is a known option.
 *
 * @throws AccessTokenError INVALID_ARGUMENT for an unknown option; the message suggests the nearest known one
 */
export function checkOptionNames(call: string, given: object, known: readonly string[]): void {
  const name = Object.keys(given).find((each) => !known.includes(each));
  if (name === undefined) return;
  const suggestion = nearest(name, known);
  const hint = suggestion === undefined ? `its options are ${known.join(", ")}` : `did you mean "${suggestion}"?`;
  throw invalidArgument(`${call} has no option ${JSON.stringify(name)}; ${hint}`);
}

const UNREADABLE = "cannot be read: a getter or proxy threw an error; pass plain data";

/**
 * Calls a function that reads an argument, and returns its result.
 *
 * @param what the argument, for the error message
 * @param problem the rest of the message, worded to follow the argument
 * @throws AccessTokenError INVALID_ARGUMENT when reading throws, as a getter or proxy may. The original error is dropped,
 *   because its message may quote anything.
 */
export function attempt<T>(what: string, read: () => T, problem = UNREADABLE): T {
  try {
    return read();
  } catch (error) {
    if (AccessTokenError.is(error)) throw error;
    throw invalidArgument(`${what} ${problem}`);
  }
}
