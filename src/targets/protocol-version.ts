import { compareVersions } from "compare-versions";
import { invalidArgument } from "../issues/error.js";

// Go names a commit by the next release, the time of the commit, and its hash, which has no order.
const FORM = /^(?:(?:0|[1-9]\d*)\.){2}(?:0|[1-9]\d*)(?:-0\.\d{14}(?:-[\da-f]{12})?)?$/;

/** Returns whether a text is a release ("1.43.4") or a commit before one, as Go writes it ("1.43.5-0.20260114074149"). */
export function isProtocolVersion(text: string): boolean {
  return FORM.test(text);
}

/**
 * Compares two versions, for sorting: the result is negative if `a` is earlier. A commit 1.43.5-0.… is later than 1.43.4 and
 * earlier than 1.43.5.
 *
 * @throws AccessTokenError INVALID_ARGUMENT when one is not a version
 */
export function compareProtocolVersions(a: string, b: string): number {
  for (const version of [a, b]) {
    if (isProtocolVersion(version)) continue;
    throw invalidArgument(`"${version}" is not a protocol version; pass one such as 1.43.4 or 1.43.5-0.20260114074149`);
  }
  // compare-versions reads only the leading digits of the last part: the time, without the hash.
  return compareVersions(a, b);
}

/**
 * Returns whether a protocol release is too old for a feature.
 *
 * @param since the release that added the feature. Undefined for a feature that has always existed.
 */
export function isYounger(since: string | undefined, protocol: string): since is string {
  return since !== undefined && compareProtocolVersions(since, protocol) > 0;
}
