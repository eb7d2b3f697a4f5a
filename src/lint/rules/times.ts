import { getOwnAt } from "../../json/own.js";
import { checkTimes, DEFAULT_LEEWAY } from "../../verify/registered-claims.js";
import { type Draft, draft, inWords } from "../finding.js";
import type { Content } from "../reading.js";
import { refusalsOf } from "../refusal.js";

/** 24 hours. */
const LONG = 86_400;

/** Times before 1980 are durations by mistake, apart from the smallest, which are meant to be long over. */
const EARLIEST = 315_532_800;
const SHORTEST = 10;

/** Times after are in milliseconds by mistake: the year 5138. */
const LATEST = 100_000_000_000;

/**
 * Compares times with the clock, with the leeway of a verifier.
 *
 * @param now in seconds
 */
export function timeFindings({ payload }: Content, now: number): Draft[] {
  const exp = timeAt(payload, "exp");
  const times = { exp: exp ?? Number.POSITIVE_INFINITY, nbf: timeAt(payload, "nbf") ?? 0 };
  const findings = refusalsOf(() => checkTimes(times, now, DEFAULT_LEEWAY)).map((found) => withFix(found, payload));
  if (exp !== undefined && exp - now > LONG) {
    const hours = Math.floor((exp - now) / 3600);
    const message = `is ${hours} hours from now; 24 hours are enough for most uses`;
    findings.push(draft("long-lived", ["exp"], { message, fix: unitFix(exp) }));
  }
  const iat = timeAt(payload, "iat");
  if (iat !== undefined && iat - now > DEFAULT_LEEWAY) {
    const message = "is in the future; servers 1.12.0 and older refuse the token until then";
    findings.push(draft("issued-in-future", ["iat"], { message, fix: unitFix(iat) }));
  }
  return findings;
}

function withFix(found: Draft, payload: object): Draft {
  const time = timeAt(payload, found.path[0] as "exp" | "nbf");
  const fix = time === undefined ? undefined : unitFix(time);
  return fix === undefined ? found : { ...found, words: { ...inWords(found), fix } };
}

/** Returns the fix for a number that is not a time in seconds. */
function unitFix(time: number): string | undefined {
  if (time >= LATEST) return secondsFix(time);
  if (time < SHORTEST || time >= EARLIEST) return undefined;
  return `Write now + ${time}, such as Math.floor(Date.now() / 1000) + ${time}: a time is a number of seconds since 1970, and ${time} is a duration.`;
}

/** Times in milliseconds, microseconds or nanoseconds are too large by a power of 1000. */
function secondsFix(time: number): string {
  const [unit = ""] = ["milliseconds", "microseconds", "nanoseconds"]
    .filter((_, power) => time >= LATEST * 1000 ** power)
    .slice(-1);
  const divisor = 1000 ** (["milliseconds", "microseconds", "nanoseconds"].indexOf(unit) + 1);
  return `Write ${Math.floor(time / divisor)}, in seconds: the time is in ${unit}.`;
}

function timeAt(payload: unknown, name: "exp" | "nbf" | "iat"): number | undefined {
  const time = getOwnAt(payload, [name]);
  return typeof time === "number" && Number.isFinite(time) ? time : undefined;
}
