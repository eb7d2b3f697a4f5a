import { nearest } from "../../../src/issues/nearest.js";
import { compareProtocolVersions, isProtocolVersion } from "../../../src/targets/protocol-version.js";

/**
 * Returns the release to move to.
 *
 * @param requested a version; default: the newest
 * @param known the known releases, in any order; a proxy may serve more than it lists
 * @throws RangeError when `requested` is not a version, with the nearest known release
 */
export function wantedRelease(requested: string | undefined, known: readonly string[]): string {
  const newest = [...known].sort(compareProtocolVersions).at(-1) as string;
  const release = requested?.replace(/^v/, "") ?? newest;
  if (isProtocolVersion(release)) return release;
  throw new RangeError(
    `${requested} is not a version of the protocol; did you mean ${nearest(release, known) ?? newest}?`,
  );
}
