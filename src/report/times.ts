import type { Json } from "../json/is-object.js";
import { getOwnAt } from "../json/own.js";
import { calendar, fromNow } from "../lint/durations.js";
import { DEFAULT_LEEWAY } from "../verify/registered-claims.js";

/** A time of the token, in words. */
export interface Time {
  readonly claim: "iat" | "nbf" | "exp";
  /** Absent when the token does not say, or says no number. */
  readonly at?: string;
  readonly words: string;
}

/** @param now in seconds */
export function timesOf(payload: Json, now: number): Time[] {
  const claims = ["iat", "nbf", "exp"] as const;
  return claims.flatMap((claim): Time[] => {
    const value = getOwnAt(payload, [claim]);
    if (typeof value === "number" && Number.isFinite(value)) {
      return [{ claim, at: calendar(value), words: WORDS[claim](value - now) }];
    }
    if (value !== undefined) return [{ claim, words: "is not a time" }];
    return claim === "exp" ? [{ claim, words: "is missing, so the token has no end" }] : [];
  });
}

/** By how many seconds the time is still to come. */
const WORDS: Readonly<Record<Time["claim"], (ahead: number) => string>> = {
  iat: (ahead) => `issued ${fromNow(ahead)}`,
  nbf: (ahead) => {
    if (ahead < 0) return `became valid ${fromNow(ahead)}`;
    return `becomes valid ${fromNow(ahead)}${leeway(ahead > 0 && ahead <= DEFAULT_LEEWAY)}`;
  },
  exp: (ahead) => {
    if (ahead > 0) return `expires ${fromNow(ahead)}`;
    return `expired ${fromNow(ahead)}${leeway(ahead > -DEFAULT_LEEWAY)}`;
  },
};

function leeway(counts: boolean): string {
  return counts ? `, within the leeway of ${DEFAULT_LEEWAY} seconds` : "";
}
