import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { cacheFolder } from "../../process/cache-folder.js";
import { inTemporaryFolder } from "../../process/temporary-folder.js";
import { NotServedError, PROTOCOL_MODULE, runGo } from "./go-client.js";

/** The part of a protocol release that the cache stores. */
export interface ModuleRelease {
  readonly release: string;
  /** The folder with its .proto files and its Go packages `auth` and `webhook`, at the same paths as in the module. */
  readonly folder: string;
  /** The checksum of the module, as in go.sum. */
  readonly sum: string;
}

/** Receives the number of finished releases and the number of all. */
export type Progress = (done: number, all: number) => void;

/** The file with the checksum, next to the files of the module. */
const SUM = ".sum";

/**
 * Downloads releases of the protocol through the module proxy, and stores the files to read in the cache. Cached
 * releases need no network.
 *
 * @returns the releases in the given order, without those that no proxy serves
 * @throws UnreachableError when the proxy does not respond
 */
export async function obtainReleases(
  releases: readonly string[],
  onProgress: Progress = () => {},
): Promise<ModuleRelease[]> {
  const obtained: ModuleRelease[] = [];
  for (const [index, release] of releases.entries()) {
    onProgress(index, releases.length);
    const found = (await kept(release)) ?? (await downloaded(release));
    if (found) obtained.push(found);
  }
  onProgress(releases.length, releases.length);
  return obtained;
}

/** The number in the name goes up when more of a module is kept. */
function folderOf(release: string): string {
  return join(cacheFolder(), "protocol-module-2", release);
}

async function kept(release: string): Promise<ModuleRelease | undefined> {
  const folder = folderOf(release);
  const sum = await readFile(join(folder, SUM), "utf8").catch(() => undefined);
  return sum === undefined ? undefined : { release, folder, sum };
}

/** Downloads into a temporary folder, since a module is twenty times the size of the files to read. */
async function downloaded(release: string): Promise<ModuleRelease | undefined> {
  return inTemporaryFolder(async (modules) => {
    const env = { GOMODCACHE: modules, GOFLAGS: "-modcacherw" };
    try {
      const printed = await runGo(["mod", "download", "-json", `${PROTOCOL_MODULE}@v${release}`], env);
      const { Dir, Sum }: { Dir: string; Sum: string } = JSON.parse(printed);
      await keep(folderOf(release), Dir, Sum);
      return await kept(release);
    } catch (error) {
      if (error instanceof NotServedError) return undefined;
      throw error;
    }
  });
}

/** Moves the files into place when all are there, so that an interrupted copy is not taken for a complete one. */
async function keep(folder: string, module: string, sum: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const part = await mkdtemp(join(dirname(folder), ".part-"));
  try {
    for (const file of await readdir(module, { recursive: true })) {
      if (isRead(file)) await cp(join(module, file), join(part, file));
    }
    await writeFile(join(part, SUM), sum);
    await rm(folder, { recursive: true, force: true });
    await rename(part, folder);
  } finally {
    await rm(part, { recursive: true, force: true });
  }
}

function isRead(file: string): boolean {
  return file.endsWith(".proto") || /^(?:auth|webhook)[\\/][^\\/]+\.go$/.test(file);
}
