import { LAST_MOMENT } from "../json/last-moment.js";

/** How long a token is valid unless withTtl sets another time: 21 600 seconds, six hours. */
export const DEFAULT_TTL = 21_600;

type Unit =
  | ("s" | "sec" | "secs" | "second" | "seconds")
  | ("m" | "min" | "mins" | "minute" | "minutes")
  | ("h" | "hr" | "hrs" | "hour" | "hours")
  | ("d" | "day" | "days")
  | ("w" | "week" | "weeks");

type Letter = "s" | "m" | "h" | "d" | "w";

/** A length of time: a number of seconds, or a text such as "90s", "10m", "2 days", "1 week" or "1h30m". */
export type Duration =
  | number
  | `${number}${"" | " "}${Unit}`
  | `${number}${Letter}${"" | " "}${number}${Letter}`
  | `${number}${Letter}${"" | " "}${number}${Letter}${"" | " "}${number}${Letter}`;

/** The seconds of each unit, by its first letter. */
const SECONDS: Readonly<Record<Letter, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** Matches one part of a text where the one before ends. */
const PART =
  / ?(\d{1,15}(?:\.\d{1,9})?) ?(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?)(?![a-z])/gy;

/**
 * Returns a duration in whole seconds, rounded up. Returns undefined for anything else, and unless the seconds are greater than
 * 0 and at most {@link LAST_MOMENT}.
 */
export function toSeconds(duration: unknown): number | undefined {
  const seconds = typeof duration === "string" ? parse(duration) : duration;
  return typeof seconds === "number" && seconds > 0 && seconds <= LAST_MOMENT ? Math.ceil(seconds) : undefined;
}

/**
 * Returns the seconds of a text: the sum of its parts. A number without a unit counts as seconds, since command-line flags and
 * environment variables are always text.
 */
function parse(text: string): number | undefined {
  if (/^\d{1,15}(?:\.\d{1,9})?$/.test(text)) return Number(text);
  let seconds = 0;
  let end = 0;
  for (const [part, amount, unit] of text.matchAll(PART)) {
    end += part.length;
    // 1.1 × 60 is a little more than 66 in binary, and would round up to 67.
    seconds += Number((Number(amount) * SECONDS[unit?.[0] as Letter]).toFixed(6));
  }
  return end === text.length && /^\d/.test(text) ? seconds : undefined;
}
