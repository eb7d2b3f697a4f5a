import { compareVersions } from "compare-versions";
import { extendEntries } from "../../model/history/history.js";
import { inTemporaryFolder } from "../../process/temporary-folder.js";
import { withoutRegistered } from "../our-claims.js";
import type { Declarations } from "../structs.js";
import type { Source } from "./source.js";
import type { UpstreamSource } from "./upstream.js";

/**
 * Reads the releases of a source that are newer than the known ones.
 *
 * @param known the releases read before; without it all releases are read
 * @throws Error with the release that cannot be downloaded or read
 */
export async function replaySource(source: Source, known?: UpstreamSource): Promise<UpstreamSource> {
  const { id, title } = source;
  let { releases, declarations } = known ?? { releases: [], declarations: {} };
  const newest = releases.at(-1);
  const published = await source.published(releases);
  for (const release of published.filter((each) => newest === undefined || compareVersions(each, newest) > 0)) {
    declarations = extendEntries(declarations, release, await readRelease(source, release));
    releases = [...releases, release];
  }
  return { id, title, releases, declarations };
}

/** Returns the declarations of a release, without registered claims. */
export async function readRelease(source: Source, release: string): Promise<Declarations> {
  try {
    return await inTemporaryFolder(async (workspace) =>
      withoutRegistered(await source.read(await source.obtain(workspace, release))),
    );
  } catch (error) {
    throw new Error(`${release}: ${(error as Error).message}`, { cause: error });
  }
}
