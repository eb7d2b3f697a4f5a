import type { Claims } from "../../generated/types.js";
import { readClock } from "../issues/clock.js";
import { invalidArgument } from "../issues/error.js";
import { CLOCK, type OptionRules, readOptions } from "../issues/options.js";
import type { Prediction } from "../targets/create-target.js";
import { protocolOf } from "../targets/names.js";
import { read } from "./reading.js";
import { objectionsTo } from "./server-objections.js";
import { verdictOf } from "./server-verdict.js";

export interface PredictOptions {
  /** The time in milliseconds since 1970, as Date.now, which is the default: older servers refuse an `iat` to come. */
  readonly clock?: () => number;
}

const OPTIONS: OptionRules<PredictOptions> = { clock: CLOCK };

/**
 * Returns what a target does with a token, as far as it is a matter of the release: what it knows, whether it takes a member
 * twice, an `iat` to come, or no `exp`. Neither the signature nor the expiry is looked at. A text that is no token, and claims
 * that are invalid, are refused.
 *
 * @param tokenOrClaims a token, or claims as they would be in one
 * @throws AccessTokenError INVALID_ARGUMENT when there is no such target, or there is neither a token nor claims to read
 */
export function predict(name: string, tokenOrClaims: string | Claims, options?: PredictOptions): Prediction {
  const { clock = Date.now } = readOptions("predict", options, OPTIONS);
  const protocol = protocolOf(name);
  const reading = read(tokenOrClaims);
  const { served, formErrors, payload } = reading;
  if (typeof tokenOrClaims !== "string" && payload === undefined) {
    throw invalidArgument("the claims cannot be read; pass a token, or its claims as an object");
  }
  if (served?.claims === undefined || formErrors.length > 0) return "refuse";
  return verdictOf(objectionsTo(reading, served, readClock(clock) / 1000)(protocol)).prediction;
}
