import { compareProtocolVersions } from "../../../src/targets/protocol-version.js";
import { EMPTY, extend, type History, modelAt } from "../../model/history/history.js";
import { type Reading, releaseModel } from "../module/reading.js";

/**
 * Adds releases to the history. Appends those that are newer than all others; otherwise builds the history again
 * from its own releases and the new ones.
 */
export function addReadings(history: History, readings: readonly Reading[]): History {
  const fresh = new Map(readings.map((reading) => [reading.release, reading]));
  const newest = history.releases.at(-1);
  const follow = newest === undefined || readings.every(({ release }) => compareProtocolVersions(release, newest) > 0);
  const releases = [...(follow ? [] : history.releases.filter((release) => !fresh.has(release))), ...fresh.keys()];
  return releases.sort(compareProtocolVersions).reduce(
    (past, release) => {
      const reading = fresh.get(release);
      const model = reading ? releaseModel(reading) : modelAt(history, release);
      return extend(past, release, model, reading?.sum ?? history.sums[release]);
    },
    follow ? history : EMPTY,
  );
}
