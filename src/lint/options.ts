import { AccessTokenError } from "../issues/error.js";
import { attempt, checkOptionNames, plainObject } from "../issues/options.js";
import { isObject } from "../json/is-object.js";
import { getOwn } from "../json/own.js";
import type { Target } from "../targets/target.js";
import { type Draft, draft } from "./finding.js";
import { DEFAULT_LIMITS, type Limits } from "./rules/limits.js";

export interface LintOptions {
  /** The server that the token is for; from "livekit-claims/targets". */
  readonly target?: Target;
  /** The limits of the server, where they differ from {@link DEFAULT_LIMITS}. */
  readonly limits?: Partial<Limits>;
  /** The API key that the server knows: another issuer is a finding. */
  readonly apiKey?: string;
  /**
   * The secret of the API key, or several while they are being rotated. Checked for their length, and for being in the
   * token. The signature is not checked, which takes `verify` or the command line.
   */
  readonly secret?: string | readonly string[];
  /** The time in milliseconds since 1970, as Date.now, which is the default. */
  readonly clock?: () => number;
}

/** An API key and its secrets, as far as they are known. */
export interface Keys {
  readonly apiKey: string | undefined;
  readonly secrets: readonly string[];
}

/** The options, checked. */
export interface LintContext {
  readonly target: Target | undefined;
  readonly limits: Limits;
  readonly keys: Keys;
  /** In seconds; undefined when the clock is invalid. */
  readonly now: number | undefined;
  /** About invalid options. */
  readonly findings: readonly Draft[];
}

/** Every option, so that none can be forgotten. */
const NAMES = Object.keys({
  target: 0,
  limits: 0,
  apiKey: 0,
  secret: 0,
  clock: 0,
} satisfies Record<keyof LintOptions, 0>);

/**
 * Reads the options. An option with an invalid value is a finding, since it may come from a configuration. Options that are
 * no object, or have an unknown name, are a mistake in the program.
 *
 * @throws AccessTokenError INVALID_ARGUMENT for options that are not a plain object, and for an unknown name of an option or
 *   a limit
 */
export function contextOf(options: LintOptions): LintContext {
  attempt("the options of lint", () => checkOptionNames("lint", plainObject("the options of lint", options), NAMES));
  const findings: Draft[] = [];
  const read = <T>(
    name: keyof LintOptions,
    use: (option: unknown) => T,
    what: string,
    fallback?: unknown,
  ): T | undefined => {
    try {
      const option = getOwn(options, name);
      const value = option === undefined ? fallback : option;
      return value === undefined ? undefined : use(value);
    } catch (error) {
      if (AccessTokenError.is(error)) throw error;
      // A getter, a proxy or the clock may have thrown it, and it may quote anything.
      findings.push(draft("unusable-option", [], `the option ${name} must be ${what}`));
      return undefined;
    }
  };
  return {
    target: read("target", toTarget, "a target made by target() of livekit-claims/targets"),
    limits: read("limits", toLimits, "an object of numbers that are not negative") ?? DEFAULT_LIMITS,
    keys: {
      apiKey: read("apiKey", toText, "a string"),
      secrets: read("secret", toTexts, "a string, or an array of strings") ?? [],
    },
    now: read("clock", toSeconds, "a function that returns the milliseconds since 1970", Date.now),
    findings,
  };
}

function toTarget(option: unknown): Target {
  if (isObject(option) && typeof option.check === "function") return option as unknown as Target;
  throw new TypeError();
}

function toLimits(option: unknown): Limits {
  if (!isObject(option)) throw new TypeError();
  checkOptionNames("limits", option, Object.keys(DEFAULT_LIMITS));
  const limits = Object.entries(DEFAULT_LIMITS).map(([name, fallback]) => [name, getOwn(option, name) ?? fallback]);
  if (limits.every(([, limit]) => typeof limit === "number" && limit >= 0)) return Object.fromEntries(limits);
  throw new TypeError();
}

function toText(option: unknown): string {
  if (typeof option === "string") return option;
  throw new TypeError();
}

function toTexts(option: unknown): readonly string[] {
  return (Array.isArray(option) ? Array.from(option) : [option]).map(toText);
}

function toSeconds(clock: unknown): number {
  const time: unknown = (clock as () => unknown)();
  if (typeof time === "number" && Number.isFinite(time)) return time / 1000;
  throw new TypeError();
}
