import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sumsOf } from "../packages/archive.js";
import { type PackagedFile, zip } from "../packages/archives.js";
import { buildPackages, PACKAGE_IDS } from "../packages/build.js";
import { readRelease } from "../packages/release.js";
import { run } from "../process/run.js";
import { readSbom } from "./sbom.js";

/** The packages for npm, by their folder in the repository. */
const NPM_PACKAGES = [".", "generated/vectors"];

/**
 * Builds the files of a release into a folder, which then holds nothing else: the npm packages, the packages for other
 * languages, the SBOM and the digests of all.
 *
 * @param root the checkout that this module belongs to
 */
export async function buildAssets(root: string, folder: string): Promise<readonly PackagedFile[]> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await run("npm", ["run", "--silent", "build", "--", "--fresh"], { cwd: root });
  for (const package_ of NPM_PACKAGES) {
    // Needs a path, since npm takes "a/b" for a GitHub repository.
    await run("npm", ["pack", `./${package_}`, "--ignore-scripts", "--pack-destination", folder], { cwd: root });
  }
  const { words } = readRelease();
  const others = [
    ...flat(await buildPackages(PACKAGE_IDS), `${words.name}-${words.version}.go-proxy.zip`),
    { path: `livekit-claims-${words.version}.cdx.json`, content: await readSbom(root) },
  ];
  for (const { path, content } of others) await writeFile(join(folder, path), content);
  const files = (await readdir(folder))
    .sort()
    .map(async (path) => ({ path, content: await readFile(join(folder, path)) }));
  const assets: PackagedFile[] = await Promise.all(files);
  const sums = sumsOf(assets);
  await writeFile(join(folder, sums.path), sums.content);
  return [...assets, sums];
}

/** Puts the files in folders, which are those of a Go module proxy, into one archive: a release has no folders. */
function flat(packages: readonly PackagedFile[], archive: string): PackagedFile[] {
  const isInFolder = ({ path }: PackagedFile): boolean => path.includes("/");
  const proxy = packages.filter(isInFolder).map(({ path, content }) => ({ path: path.replace(/^go\//, ""), content }));
  return [...packages.filter((file) => !isInFolder(file)), { path: archive, content: zip(proxy) }];
}
