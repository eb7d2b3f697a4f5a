import { typeName } from "../json/type-name.js";
import { invalidArgument } from "./error.js";

/**
 * Reads a clock.
 *
 * @returns milliseconds since 1970, as `Date.now` returns
 * @throws AccessTokenError INVALID_ARGUMENT when the clock throws, or returns anything but a finite number: no expiry could
 *   be checked with it
 */
export function readClock(clock: () => number): number {
  let time: unknown;
  try {
    time = clock();
  } catch {
    throw invalidArgument("the clock must return the milliseconds since 1970; it threw an error");
  }
  if (Number.isFinite(time)) return time as number;
  throw invalidArgument(`the clock must return the milliseconds since 1970; it returned ${typeName(time)}`);
}
