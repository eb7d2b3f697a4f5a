import { DEFAULT_LEEWAY } from "../../verify/registered-claims.js";
import { duration } from "../durations.js";
import { type Draft, draft } from "../finding.js";

/** How far the clock of this machine is off from another one, in words: "3 minutes ahead". Undefined for less than a second. */
export function skewWords(ahead: number): string | undefined {
  const words = duration(Math.abs(ahead));
  return words === "" ? undefined : `${words} ${ahead > 0 ? "ahead" : "behind"}`;
}

/**
 * Finds a machine whose clock differs by more than verifiers allow.
 *
 * @param ahead by how many seconds the clock of the machine is ahead
 */
export function clockSkew(ahead: number): Draft[] {
  if (Math.abs(ahead) <= DEFAULT_LEEWAY) return [];
  return [draft("clock-skew", [], `the clock of this machine is ${skewWords(ahead)}`)];
}
