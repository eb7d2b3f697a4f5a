import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compareVersions } from "compare-versions";

/** The schemas that a version of this package publishes. */
export interface Release {
  readonly version: string;
  /** The bundle of Claims: rules for minting, 2020-12. */
  readonly text: string;
  /** The list of all bundles, with the SHA-256 of each. */
  readonly index: string;
}

/** The folder in schema/ with two files for each version: `<version>.json` and `<version>.index.json`. */
const FOLDER = "protocol/releases";

/** Returns the newest release in schema/protocol/releases/, or undefined before the first. */
export async function lastRelease(schemaFolder: string): Promise<Release | undefined> {
  const files = await readdir(join(schemaFolder, FOLDER)).catch(() => []);
  const versions = files.flatMap((file) => /^(\d+\.\d+\.\d+)\.json$/.exec(file)?.[1] ?? []).sort(compareVersions);
  const version = versions.at(-1);
  return version === undefined ? undefined : storedRelease(schemaFolder, version);
}

/** Returns the stored release of a version. The text of a missing file is "". */
export async function storedRelease(schemaFolder: string, version: string): Promise<Release | undefined> {
  const read = (name: string) => readFile(join(schemaFolder, FOLDER, name), "utf8").catch(() => "");
  const [text, index] = await Promise.all([read(`${version}.json`), read(`${version}.index.json`)]);
  return text === "" && index === "" ? undefined : { version, text, index };
}

/**
 * Stores the schemas of a version.
 *
 * @returns the path of its bundle, relative to schema/
 * @throws Error when other schemas are stored for that version
 */
export async function storeRelease(schemaFolder: string, release: Release): Promise<string> {
  const { version, text, index } = release;
  const path = `${FOLDER}/${version}.json`;
  const kept = await storedRelease(schemaFolder, version);
  if (kept && (kept.text !== text || kept.index !== index)) {
    throw new Error(`schema/${path} already has other schemas for ${version}; raise "version" in package.json`);
  }
  await mkdir(join(schemaFolder, FOLDER), { recursive: true });
  await writeFile(join(schemaFolder, path), text);
  await writeFile(join(schemaFolder, FOLDER, `${version}.index.json`), index);
  return path;
}
