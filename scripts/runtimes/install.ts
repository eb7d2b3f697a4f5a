import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { exists } from "../process/exists.js";
import { download } from "../process/run.js";
import { CACHE } from "./cache.js";
import tools from "./tools.json" with { type: "json" };
import { Unavailable } from "./unavailable.js";

export type Tool = keyof typeof tools;

/** The packages and exact versions of each tool: tools.json. */
export const TOOLS: Readonly<Record<Tool, Readonly<Record<string, string>>>> = tools;

/**
 * The folder that has a tool in its node_modules, installed from the npm registry the first time that it is asked for.
 *
 * @throws Unavailable when it does not install
 */
export async function installTool(tool: Tool): Promise<string> {
  const packages = Object.entries(TOOLS[tool]).map(([name, version]) => `${platformPackage(name)}@${version}`);
  const key = createHash("sha256").update(packages.join("\n")).digest("hex").slice(0, 12);
  const folder = join(CACHE, `${tool}-${key}`);
  await installOnce(folder, packages);
  return folder;
}

/**
 * Installs packages into a folder that is only there once all of it is.
 *
 * @throws Unavailable when one does not install
 */
export async function installOnce(folder: string, packages: readonly string[]): Promise<void> {
  if (await exists(folder)) return;
  await mkdir(CACHE, { recursive: true });
  const unfinished = await mkdtemp(join(CACHE, "unfinished-"));
  try {
    await writeFile(join(unfinished, "package.json"), '{ "private": true, "type": "module" }\n');
    // No scripts: what they would fetch is in packages of its own.
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

/** Imports a package that a tool's folder has. */
export async function importFrom(folder: string, name: string): Promise<unknown> {
  return import(pathToFileURL(createRequire(join(folder, "package.json")).resolve(name)).href);
}

/** The package `node` is but a script that installs another, which is named for the platform. */
function platformPackage(name: string): string {
  if (name !== "node") return name;
  const { platform, arch } = process;
  const prefix = platform === "darwin" && arch === "arm64" ? "node-bin" : "node";
  return `${prefix}-${platform === "win32" ? "win" : platform}-${arch}`;
}
