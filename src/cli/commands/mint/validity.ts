import { toSeconds } from "../../../mint/duration.js";
import { UsageError } from "../../terminal/usage-error.js";

/**
 * A length of time in seconds: what `withTtl` takes, a bare number of seconds, or several units in a row as Go writes them,
 * "1h30m".
 *
 * @throws UsageError
 */
export function parseValidity(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const parts = /^\d+(\.\d+)?$/.test(text) ? [`${text}s`] : (text.match(/[\d.]+[a-z]*|.+/g) ?? [""]);
  const seconds = parts.map(toSeconds).reduce((sum, part) => (sum ?? Number.NaN) + (part ?? Number.NaN), 0);
  if (toSeconds(seconds) !== undefined) return seconds;
  throw new UsageError('--valid-for: must be a length of time such as 90, "90s", "10m", "1h30m" or "7d"');
}
