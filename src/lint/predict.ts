import type { Claims } from "../../generated/types.js";
import type { Prediction } from "../targets/create-target.js";
import { protocolOf } from "../targets/names.js";
import { read } from "./reading.js";
import { objectionsTo } from "./server-objections.js";
import { verdictOf } from "./server-verdict.js";

export interface PredictOptions {
  /** The time in milliseconds since 1970, as Date.now, which is the default: older servers refuse an `iat` to come. */
  readonly clock?: () => number;
}

/**
 * Returns what a target does with a token, as far as it is a matter of the release: what it knows, whether it takes a member
 * twice, an `iat` to come, or no `exp`. Neither the signature nor the expiry is looked at. A text that is no token, and claims
 * that are invalid, are refused.
 *
 * @param tokenOrClaims a token, or claims as they would be in one
 * @throws RangeError when there is no such target
 */
export function predict(
  name: string,
  tokenOrClaims: string | Claims,
  { clock = Date.now }: PredictOptions = {},
): Prediction {
  const protocol = protocolOf(name);
  const reading = read(tokenOrClaims);
  const { served, formErrors } = reading;
  if (served?.claims === undefined || formErrors.length > 0) return "refuse";
  return verdictOf(objectionsTo(reading, served, clock() / 1000)(protocol)).prediction;
}
