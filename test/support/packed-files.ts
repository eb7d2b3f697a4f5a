import { run } from "../../scripts/process/run.js";

/** Returns the paths of the files that npm packs from a folder, sorted. */
export async function packedFiles(folder: string): Promise<string[]> {
  const printed = await run("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: folder });
  const [{ files }]: [{ files: { path: string }[] }] = JSON.parse(printed);
  return files.map(({ path }) => path).sort();
}
