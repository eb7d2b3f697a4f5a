import { nearest } from "../../../src/issues/nearest.js";

/**
 * The release to move to.
 *
 * @param asked a version; the newest when absent
 * @param published those with a room configuration, oldest first
 * @throws RangeError when there is no such release; the message names one that there is
 */
export function wantedRelease(asked: string | undefined, published: readonly string[]): string {
  const newest = published.at(-1);
  if (newest === undefined) throw new RangeError("npm knows no release of @livekit/protocol with a room configuration");
  if (asked === undefined || published.includes(asked)) return asked ?? newest;
  const meant = nearest(asked, published);
  throw new RangeError(
    `there is no release ${asked} of @livekit/protocol 1.x with a room configuration; ` +
      (meant === undefined ? `the newest is ${newest}` : `did you mean ${meant}?`),
  );
}
