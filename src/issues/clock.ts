import { typeName } from "../json/type-name.js";
import { invalidArgument } from "./error.js";

/**
 * Returns the time of a clock, in milliseconds since 1970.
 *
 * @throws AccessTokenError INVALID_ARGUMENT when it returns no finite number, or throws: an expiry cannot be judged by it
 */
export function readClock(clock: () => number): number {
  let time: unknown;
  try {
    time = clock();
  } catch {
    throw invalidArgument("the clock must return the milliseconds since 1970; it threw an error");
  }
  if (typeof time === "number" && Number.isFinite(time)) return time;
  throw invalidArgument(`the clock must return the milliseconds since 1970; it returned ${typeName(time)}`);
}
