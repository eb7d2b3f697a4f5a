import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compareProtocolVersions } from "../../../src/targets/protocol-version.js";
import { EMPTY, extend, type History } from "../../model/history/history.js";
import { HISTORY_FILE, parseHistory, writeHistory } from "../../model/history/text.js";
import type { ReleaseSource } from "./release-source.js";

/** Called with how many releases are there, of how many. */
export type Progress = (done: number, all: number) => void;

/**
 * Brings schema/protocol/history.json up to the newest release, replaying only those that it does not cover.
 *
 * @param schemaFolder the schema folder; without the file there, all releases are replayed
 * @returns the releases replayed; nothing is written when there are none
 * @throws UnreachableError when nobody gives the releases
 */
export async function updateHistory(
  schemaFolder: string,
  source: ReleaseSource,
  onProgress?: Progress,
): Promise<readonly string[]> {
  const file = join(schemaFolder, HISTORY_FILE);
  const text = await readFile(file, "utf8").catch(() => undefined);
  const present = text === undefined ? EMPTY : parseHistory(text);
  const published = await source.published();
  const fresh = published.filter((release) => !present.releases.includes(release));
  if (fresh.length === 0) return [];
  // A history grows at its end: with a release that belongs in between, it is made anew.
  const start = follows(fresh[0], present) ? present : EMPTY;
  const wanted = start === EMPTY ? published : fresh;
  await writeFile(file, writeHistory(await replay(start, wanted, source, onProgress)));
  return wanted;
}

/** The history with more releases, which are later than all in it. */
export async function replay(
  start: History,
  releases: readonly string[],
  source: ReleaseSource,
  onProgress?: Progress,
): Promise<History> {
  const models = await source.models(releases, (done) => onProgress?.(done, releases.length));
  return models.reduce((history, model, index) => extend(history, releases[index] as string, model), start);
}

function follows(release: string | undefined, { releases }: History): boolean {
  const newest = releases.at(-1);
  return release === undefined || newest === undefined || compareProtocolVersions(release, newest) > 0;
}
