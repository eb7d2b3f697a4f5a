import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { exists } from "../../scripts/process/exists.js";

/**
 * A folder below another one that is named after what it is made of, and made unless that was done before.
 *
 * @param fill puts everything into an empty folder, whose name is not yet that of the result
 */
export async function cachedFolder(
  parent: string,
  digest: string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(parent, digest);
  if (await exists(folder)) return folder;

  // Made aside, so that what is there is whole: whatever ends this process, and whoever makes the same.
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

/** Sixteen hexadecimals that change when a text, or the order of them, does. */
export function digestOf(texts: Iterable<string | Uint8Array>): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(text).update("\0");
  return hash.digest("hex").slice(0, 16);
}

/** The files of a folder for {@link digestOf}: the path and the bytes of each whose name is not among those left out. */
export async function filesOf(folder: string, leftOut: ReadonlySet<string>): Promise<(string | Uint8Array)[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !leftOut.has(entry.name));
  const paths = files.map((file) => join(file.parentPath, file.name)).sort();
  const texts = await Promise.all(paths.map(async (path) => [path.slice(folder.length), await readFile(path)]));
  return texts.flat();
}
