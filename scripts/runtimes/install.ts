import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { sha256 } from "../emit/output/sha256.js";
import { exists } from "../process/exists.js";
import { download } from "../process/run.js";
import { CACHE } from "./cache.js";
import tools from "./tools.json" with { type: "json" };
import { Unavailable } from "./unavailable.js";

export type Tool = keyof typeof tools;

/** The packages and exact versions of each tool: tools.json. */
export const TOOLS: Readonly<Record<Tool, Readonly<Record<string, string>>>> = tools;

/**
 * Returns the folder with a tool in its node_modules. Installs the tool from the npm registry on the first call.
 *
 * @throws Unavailable when the tool does not install
 */
export async function installTool(tool: Tool): Promise<string> {
  const packages = Object.entries(TOOLS[tool]).map(([name, version]) => `${platformPackage(name)}@${version}`);
  const key = sha256(packages.join("\n")).slice(0, 12);
  const folder = join(CACHE, `${tool}-${key}`);
  await installOnce(folder, packages);
  return folder;
}

/**
 * Installs packages into a folder. The folder appears only when the installation is complete.
 *
 * @throws Unavailable when a package does not install
 */
export async function installOnce(folder: string, packages: readonly string[]): Promise<void> {
  if (await exists(folder)) return;
  await mkdir(CACHE, { recursive: true });
  const unfinished = await mkdtemp(join(CACHE, "unfinished-"));
  try {
    await writeFile(join(unfinished, "package.json"), '{ "private": true, "type": "module" }\n');
    // Install scripts would only download files that other packages contain.
    const install = ["install", "--ignore-scripts", "--no-audit", "--no-fund", ...packages];
    await download("npm", install, { cwd: unfinished, timeout: 10 * 60_000 });
    await rename(unfinished, folder);
  } catch (error) {
    if (await exists(folder)) return;
    throw new Unavailable(`${packages.join(" ")} does not install: ${(error as Error).message}`);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** Imports a package that is installed in a tool's folder. */
export async function importFrom(folder: string, name: string): Promise<unknown> {
  return import(pathToFileURL(createRequire(join(folder, "package.json")).resolve(name)).href);
}

/** Returns the package of a platform instead of `node`, whose install script only installs that one. */
function platformPackage(name: string): string {
  if (name !== "node") return name;
  const { platform, arch } = process;
  const prefix = platform === "darwin" && arch === "arm64" ? "node-bin" : "node";
  return `${prefix}-${platform === "win32" ? "win" : platform}-${arch}`;
}
