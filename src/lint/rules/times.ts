import { getOwnAt } from "../../json/own.js";
import { checkTimes, DEFAULT_LEEWAY } from "../../verify/registered-claims.js";
import { type Draft, draft } from "../finding.js";
import type { Content } from "../reading.js";
import { refusalsOf } from "../refusal.js";

/** 24 hours. */
const LONG = 86_400;

/**
 * Compares times with the clock, with the leeway of a verifier.
 *
 * @param now in seconds
 */
export function timeFindings({ payload }: Content, now: number): Draft[] {
  const exp = timeAt(payload, "exp");
  const times = { exp: exp ?? Number.POSITIVE_INFINITY, nbf: timeAt(payload, "nbf") ?? 0 };
  const findings = refusalsOf(() => checkTimes(times, now, DEFAULT_LEEWAY));
  if (exp !== undefined && exp - now > LONG) {
    const hours = Math.floor((exp - now) / 3600);
    findings.push(draft("long-lived", ["exp"], `is ${hours} hours from now; 24 are enough for most`));
  }
  const iat = timeAt(payload, "iat");
  if (iat !== undefined && iat - now > DEFAULT_LEEWAY) {
    const message = "is still to come; servers of 1.12.0 and older refuse the token until then";
    findings.push(draft("issued-in-future", ["iat"], message));
  }
  return findings;
}

function timeAt(payload: unknown, name: "exp" | "nbf" | "iat"): number | undefined {
  const time = getOwnAt(payload, [name]);
  return typeof time === "number" && Number.isFinite(time) ? time : undefined;
}
