import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { archive, sumsOf } from "./archive.js";
import type { PackagedFile } from "./archives.js";
import { goProxy } from "./go.js";
import { javaJar } from "./java.js";
import { pythonWheel } from "./python.js";
import { type Release, readRelease } from "./release.js";
import { rustCrate } from "./rust.js";

type Build = (release: Release) => PackagedFile[] | Promise<PackagedFile[]>;

/** The packages of each language, by its id. */
const BUILDS = {
  archive: (release) => [archive(release)],
  go: (release) => goProxy(release),
  java: async (release) => [await javaJar(release)],
  python: (release) => [pythonWheel(release)],
  rust: (release) => [rustCrate(release)],
} satisfies Readonly<Record<string, Build>>;

export type PackageId = keyof typeof BUILDS;

export const PACKAGE_IDS = Object.keys(BUILDS) as readonly PackageId[];

/** Builds packages of what generated/ holds. */
export async function buildPackages(ids: readonly PackageId[], release = readRelease()): Promise<PackagedFile[]> {
  const built: PackagedFile[] = [];
  for (const id of ids) built.push(...(await BUILDS[id](release)));
  return built;
}

/** Writes packages into a folder, which then holds nothing else but their digests. */
export async function writePackages(folder: string, packages: readonly PackagedFile[]): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const { path, content } of [...packages, sumsOf(packages)]) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
