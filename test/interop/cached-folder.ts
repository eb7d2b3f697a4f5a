import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { exists } from "../../scripts/process/exists.js";

/**
 * Returns a folder whose name is derived from its inputs. Creates it first, unless an earlier run did.
 *
 * @param fill writes the content into an empty folder, which has a temporary name
 */
export async function cachedFolder(
  parent: string,
  digest: string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(parent, digest);
  if (await exists(folder)) return folder;

  // Created under a temporary name, so that an aborted or a parallel run never leaves a partial result.
  const unfinished = `${folder}.${process.pid}`;
  try {
    await mkdir(unfinished, { recursive: true });
    await fill(unfinished);
    await rename(unfinished, folder).catch(async (error: unknown) => {
      if (!(await exists(folder))) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return folder;
}

/** Returns sixteen hexadecimal digits that depend on the texts and on their order. */
export function digestOf(texts: Iterable<string | Uint8Array>): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(text).update("\0");
  return hash.digest("hex").slice(0, 16);
}

/**
 * Returns the path and the bytes of each file in a folder, for {@link digestOf}, except for files with the given
 * names.
 */
export async function filesOf(folder: string, leftOut: ReadonlySet<string>): Promise<(string | Uint8Array)[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !leftOut.has(entry.name));
  const paths = files.map((file) => join(file.parentPath, file.name)).sort();
  const texts = await Promise.all(paths.map(async (path) => [path.slice(folder.length), await readFile(path)]));
  return texts.flat();
}
