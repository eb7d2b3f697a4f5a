import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CACHE } from "../../scripts/runtimes/cache.js";
import { installOnce } from "../../scripts/runtimes/install.js";

export const EXAMPLES = fileURLToPath(new URL("../../examples/", import.meta.url));

/**
 * Copies an example below a folder from which `livekit-claims` is the packed package, and installs what else it depends
 * on. Each call makes another copy.
 *
 * @throws Unavailable when a dependency does not install
 */
export async function layOutExample(name: string, work: string): Promise<string> {
  const { dependencies, devDependencies } = JSON.parse(
    await readFile(join(EXAMPLES, name, "package.json"), "utf8"),
  ) as Record<"dependencies" | "devDependencies", Record<string, string>>;
  const packages = Object.entries({ ...dependencies, ...devDependencies })
    .filter(([dependency]) => dependency !== "livekit-claims")
    .map(([dependency, version]) => `${dependency}@${version}`);
  const key = createHash("sha256").update(packages.join("\n")).digest("hex").slice(0, 12);
  const installed = join(CACHE, `example-${name}-${key}`);
  await installOnce(installed, packages);

  const folder = await mkdtemp(join(work, `${name}-`));
  // What a developer has installed or built stays there.
  const filter = (path: string): boolean => !/[\\/](node_modules|dist|\.next|package-lock\.json)$/.test(path);
  await cp(join(EXAMPLES, name), folder, { recursive: true, filter });
  await symlink(join(installed, "node_modules"), join(folder, "node_modules"));
  return folder;
}
