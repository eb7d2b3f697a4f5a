import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** A folder that is built from files. All paths are relative to the root. */
export interface Target {
  readonly root: string;
  /** The files and folders that decide the result. */
  readonly inputs: readonly string[];
  /** The folder of the result. */
  readonly output: string;
  /** The file for the digests of the last build. Unfinished results are beside it. */
  readonly record: string;
}

/**
 * Builds a folder, unless it is the complete and unchanged result of the same inputs. A build that fails leaves the folder as
 * it was. One that is interrupted leaves at worst a folder that does not match its record, which is then built again.
 *
 * @param build writes the result into an empty folder, which is then moved into place
 * @param options.fresh whether to build in any case
 * @returns whether it was built
 */
export async function buildByContent(
  { root, inputs, output, record }: Target,
  build: (folder: string) => Promise<unknown>,
  { fresh = false } = {},
): Promise<boolean> {
  const [place, recordFile] = [join(root, output), join(root, record)];
  const from = await digestOf(root, inputs);
  const present = await digestOf(place, ["."]).catch(() => undefined);
  if (!fresh && (await isRecorded(recordFile, { from, to: present }))) return false;
  await mkdir(dirname(recordFile), { recursive: true });
  const work = await mkdtemp(join(dirname(recordFile), "unfinished-"));
  try {
    // A temporary folder is closed to other users.
    const result = join(work, "result");
    await mkdir(result);
    await build(result);
    const to = await digestOf(result, ["."]);
    await rm(place, { recursive: true, force: true });
    await rename(result, place);
    await writeFile(recordFile, JSON.stringify({ from, to }));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return true;
}

async function isRecorded(recordFile: string, digests: object): Promise<boolean> {
  return (await readFile(recordFile, "utf8").catch(() => "")) === JSON.stringify(digests);
}

/** Returns a digest of the paths and contents of files, and of all files in folders. */
async function digestOf(root: string, paths: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const path of await filesOf(root, paths)) {
    const content = await readFile(join(root, path));
    hash.update(JSON.stringify([path, content.length])).update(content);
  }
  return hash.digest("hex");
}

async function filesOf(root: string, paths: readonly string[]): Promise<string[]> {
  const found = paths.map(async (path) => {
    if (!(await stat(join(root, path))).isDirectory()) return [path];
    const names = await readdir(join(root, path));
    return filesOf(
      root,
      names.map((name) => join(path, name)),
    );
  });
  return (await Promise.all(found)).flat().sort();
}
