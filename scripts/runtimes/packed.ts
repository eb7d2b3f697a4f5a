import { createHash } from "node:crypto";
import { access, mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "../process/run.js";
import { CACHE } from "./cache.js";
import { installOnce } from "./install.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Installs the package from its tarball, as its users do, and returns the folder. */
export async function installPacked(): Promise<string> {
  await access(join(ROOT, "dist", "index.js")).catch(() => {
    throw new Error('dist/index.js is missing; run "npm run build" first');
  });
  await mkdir(CACHE, { recursive: true });
  const folder = await mkdtemp(join(CACHE, "pack-"));
  try {
    const pack = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
    const [{ filename }] = JSON.parse(await run("npm", pack, { cwd: ROOT }));
    const hash = createHash("sha256").update(await readFile(join(folder, filename)));
    // The name has the hash of the content, so that npm never uses an older tarball from its cache.
    const tarball = join(CACHE, `livekit-claims-${hash.digest("hex").slice(0, 12)}.tgz`);
    await rename(join(folder, filename), tarball);
    const installed = tarball.slice(0, -".tgz".length);
    await installOnce(installed, [tarball]);
    return installed;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
