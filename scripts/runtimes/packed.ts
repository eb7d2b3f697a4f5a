import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sha256 } from "../emit/output/sha256.js";
import { run } from "../process/run.js";
import { CACHE } from "./cache.js";
import { installOnce } from "./install.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Installs the package from its tarball, as its users do, and returns the folder.
 *
 * @param packed the tarball. Default: `LIVEKIT_CLAIMS_TARBALL`, or one that is packed of dist/
 */
export async function installPacked(packed = process.env.LIVEKIT_CLAIMS_TARBALL): Promise<string> {
  await mkdir(CACHE, { recursive: true });
  const folder = await mkdtemp(join(CACHE, "pack-"));
  try {
    const content = await readFile(packed ?? (await pack(folder)));
    // The name has the hash of the content, so that npm never uses an older tarball from its cache.
    const hash = sha256(content).slice(0, 12);
    await writeFile(join(folder, "package.tgz"), content);
    const tarball = join(CACHE, `livekit-claims-${hash}.tgz`);
    await rename(join(folder, "package.tgz"), tarball);
    const installed = tarball.slice(0, -".tgz".length);
    await installOnce(installed, [tarball]);
    return installed;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function pack(folder: string): Promise<string> {
  await access(join(ROOT, "dist", "index.js")).catch(() => {
    throw new Error('dist/index.js is missing; run "npm run build" first');
  });
  const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
  const [{ filename }] = JSON.parse(await run("npm", args, { cwd: ROOT }));
  return join(folder, filename);
}
