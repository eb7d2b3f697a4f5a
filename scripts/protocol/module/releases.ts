import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { cacheFolder } from "../../process/cache-folder.js";
import { inTemporaryFolder } from "../../process/temporary-folder.js";
import { askGo, NotServedError, PROTOCOL_MODULE } from "./go-client.js";

/** What is kept of a release of the protocol's module. */
export interface ModuleRelease {
  readonly release: string;
  /** The folder with its .proto files and its Go package `auth`, at their places in the module. */
  readonly folder: string;
  /** The checksum of the module, as go.sum has it. */
  readonly sum: string;
}

/** Called with how many releases are there, of how many. */
export type Progress = (done: number, all: number) => void;

/** The file that holds the checksum, beside the files of the module. */
const SUM = ".sum";

/**
 * Downloads releases of the protocol's module through the module proxy, and keeps in the cache what is read of each.
 * What is kept already needs no network.
 *
 * @returns the releases in the order given, without those that no proxy serves
 * @throws UnreachableError when the proxy does not answer
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

function folderOf(release: string): string {
  return join(cacheFolder(), "protocol-module", release);
}

async function kept(release: string): Promise<ModuleRelease | undefined> {
  const folder = folderOf(release);
  const sum = await readFile(join(folder, SUM), "utf8").catch(() => undefined);
  return sum === undefined ? undefined : { release, folder, sum };
}

/** A module is twenty times the size of what is read of it, so Go unpacks it into a folder that is removed again. */
async function downloaded(release: string): Promise<ModuleRelease | undefined> {
  return inTemporaryFolder(async (modules) => {
    const env = { GOMODCACHE: modules, GOFLAGS: "-modcacherw" };
    try {
      const printed = await askGo(["mod", "download", "-json", `${PROTOCOL_MODULE}@v${release}`], env);
      const { Dir, Sum }: { Dir: string; Sum: string } = JSON.parse(printed);
      await keep(folderOf(release), Dir, Sum);
      return await kept(release);
    } catch (error) {
      if (error instanceof NotServedError) return undefined;
      throw error;
    }
  });
}

/** Moves the files into place when all are there, so that a copy broken off is not taken for one. */
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
  return file.endsWith(".proto") || /^auth[\\/][^\\/]+\.go$/.test(file);
}
