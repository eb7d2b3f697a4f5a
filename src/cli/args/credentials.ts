import type { Keys } from "../../lint/options.js";
import type { Io } from "../terminal/io.js";
import { UsageError } from "../terminal/usage-error.js";

interface Options {
  readonly "api-key": string | undefined;
  readonly "api-secret": string | readonly string[] | undefined;
}

/** An API key and its secrets, of which the first signs. */
export interface Credentials {
  readonly apiKey: string;
  readonly secrets: readonly [string, ...string[]];
}

/** @throws UsageError naming the option and the variable of what is missing */
export function requireCredentials(options: Options, io: Io): Credentials {
  const { apiKey, secrets } = knownCredentials(options, io);
  if (apiKey === undefined) throw missing("API key", "--api-key", "LIVEKIT_API_KEY");
  if (!isFilled(secrets)) throw missing("API secret", "--api-secret", "LIVEKIT_API_SECRET");
  return { apiKey, secrets };
}

/** Returns the credentials that are given. */
export function knownCredentials(options: Options, { env }: Io): Keys {
  // An empty variable counts as not set.
  const apiKey = options["api-key"] || env.LIVEKIT_API_KEY || undefined;
  const secrets = [options["api-secret"] ?? []].flat().filter((secret) => secret !== "");
  const fromEnv = env.LIVEKIT_API_SECRET || undefined;
  return { apiKey, secrets: secrets.length > 0 || fromEnv === undefined ? secrets : [fromEnv] };
}

function isFilled(secrets: readonly string[]): secrets is readonly [string, ...string[]] {
  return secrets.length > 0;
}

function missing(what: string, option: string, variable: string): UsageError {
  return new UsageError(`the ${what} is missing: give ${option} or set ${variable}`);
}
