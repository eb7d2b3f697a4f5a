import { compareVersions } from "compare-versions";
import { invalidArgument } from "../issues/error.js";

// Go names a commit by the release that it is on the way to, its time, and (which tells no order) its hash.
const FORM = /^(?:(?:0|[1-9]\d*)\.){2}(?:0|[1-9]\d*)(?:-0\.\d{14}(?:-[\da-f]{12})?)?$/;

/** Whether a text is "1.43.4", or a commit on the way there as Go writes it: "1.43.5-0.20260114074149". */
export function isProtocolVersion(text: string): boolean {
  return FORM.test(text);
}

/**
 * Below 0 when `a` is the earlier one. A commit on the way to 1.43.5 is later than 1.43.4 and earlier than 1.43.5.
 *
 * @throws AccessTokenError INVALID_ARGUMENT when one is no version
 */
export function compareProtocolVersions(a: string, b: string): number {
  for (const version of [a, b]) {
    if (isProtocolVersion(version)) continue;
    throw invalidArgument(`"${version}" is no protocol version such as 1.43.4 or 1.43.5-0.20260114074149`);
  }
  // Of the last part, compare-versions reads the digits at its start: the time, without the hash.
  return compareVersions(a, b);
}

/** Whether what a release brought is not there yet in another one. What no release is known for was always there. */
export function isYounger(since: string | undefined, protocol: string): since is string {
  return since !== undefined && compareProtocolVersions(since, protocol) > 0;
}
