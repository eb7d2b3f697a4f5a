import { nearest } from "../../../src/issues/nearest.js";
import { compareProtocolVersions, isProtocolVersion } from "../../../src/targets/protocol-version.js";

/**
 * The release to move to.
 *
 * @param asked a version; the newest when absent
 * @param known the releases that are known, in any order. A proxy may serve more than it lists
 * @throws RangeError when what is asked for is no version; the message names a release that there is
 */
export function wantedRelease(asked: string | undefined, known: readonly string[]): string {
  const newest = [...known].sort(compareProtocolVersions).at(-1) as string;
  const release = asked?.replace(/^v/, "") ?? newest;
  if (isProtocolVersion(release)) return release;
  throw new RangeError(`${asked} is no version of the protocol; did you mean ${nearest(release, known) ?? newest}?`);
}
