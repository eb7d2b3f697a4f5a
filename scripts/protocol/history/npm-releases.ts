import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { compareProtocolVersions } from "../../../src/targets/protocol-version.js";
import { exists } from "../../process/exists.js";
import { CommandFailed, download } from "../../process/run.js";
import { modelsOfTarballs } from "./package-model.js";
import { type ReleaseSource, UnreachableError } from "./release-source.js";

const PACKAGE = "@livekit/protocol";

/** The first release with RoomConfiguration. */
const FIRST = "1.19.1";

/** npm takes a third of a second to start: several packages a run, few enough to tell progress. */
const AT_ONCE = 6;

/** The releases of @livekit/protocol in the registry of npm; tarballs are kept in a folder. */
export function npmReleases(cacheFolder: string): ReleaseSource {
  const tarballs = join(cacheFolder, "protocol");
  return {
    async published() {
      const versions: unknown = JSON.parse(await npm("view", PACKAGE, "versions", "--json"));
      return coveredReleases(Array.isArray(versions) ? versions.map(String) : [String(versions)]);
    },
    async models(releases, onProgress = () => {}) {
      await mkdir(tarballs, { recursive: true });
      const files = releases.map((release) => join(tarballs, tarballOf(release)));
      const kept = await Promise.all(files.map(exists));
      const wanted = releases.filter((_, index) => !kept[index]);
      for (let start = 0; start < wanted.length; start += AT_ONCE) {
        onProgress(releases.length - wanted.length + start);
        await downloadTarballs(wanted.slice(start, start + AT_ONCE), tarballs);
      }
      onProgress(releases.length);
      return modelsOfTarballs(releases.map((release, index) => ({ release, file: files[index] as string })));
    },
  };
}

/** Full releases of major version 1 with RoomConfiguration, oldest first. */
export function coveredReleases(versions: readonly string[]): string[] {
  return versions
    .filter((version) => /^1\.\d+\.\d+$/.test(version) && compareProtocolVersions(version, FIRST) >= 0)
    .sort(compareProtocolVersions);
}

/** Downloads are moved into place when they are whole, so that one broken off is not taken for one. */
async function downloadTarballs(releases: readonly string[], folder: string): Promise<void> {
  const part = await mkdtemp(join(folder, ".part-"));
  try {
    await npm("pack", ...releases.map((release) => `${PACKAGE}@${release}`), "--pack-destination", part);
    for (const release of releases) await rename(join(part, tarballOf(release)), join(folder, tarballOf(release)));
  } finally {
    await rm(part, { recursive: true, force: true });
  }
}

function tarballOf(release: string): string {
  return `livekit-protocol-${release}.tgz`;
}

async function npm(...args: string[]): Promise<string> {
  try {
    return await download("npm", [...args, "--loglevel=error"], {}, /code (E404|ETARGET)/);
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    const { code, stderr } = error.ended;
    const reason = /npm (?:error|ERR!) code (\w+)/.exec(stderr)?.[1] ?? String(code);
    throw new UnreachableError(`npm ${args[0]} of ${PACKAGE} failed with ${reason}`);
  }
}
