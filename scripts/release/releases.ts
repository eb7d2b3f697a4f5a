import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compareVersions } from "compare-versions";

/** What a version of this package publishes of the schemas. */
export interface Release {
  readonly version: string;
  /** Its bundle of Claims: rules for minting, 2020-12. */
  readonly text: string;
  /** The list of all its bundles, with the SHA-256 of each. */
  readonly index: string;
}

/** Of schema/: two files for each version, `<version>.json` and `<version>.index.json`. */
const FOLDER = "protocol/releases";

/** The newest release that schema/protocol/releases/ has; undefined before the first. */
export async function lastRelease(schemaFolder: string): Promise<Release | undefined> {
  const files = await readdir(join(schemaFolder, FOLDER)).catch(() => []);
  const versions = files.flatMap((file) => /^(\d+\.\d+\.\d+)\.json$/.exec(file)?.[1] ?? []).sort(compareVersions);
  const version = versions.at(-1);
  return version === undefined ? undefined : keptRelease(schemaFolder, version);
}

/** What is kept of a version; "" for a file that is missing. */
export async function keptRelease(schemaFolder: string, version: string): Promise<Release | undefined> {
  const read = (name: string) => readFile(join(schemaFolder, FOLDER, name), "utf8").catch(() => "");
  const [text, index] = await Promise.all([read(`${version}.json`), read(`${version}.index.json`)]);
  return text === "" && index === "" ? undefined : { version, text, index };
}

/**
 * Keeps what a version publishes.
 *
 * @returns the path of its bundle below schema/
 * @throws Error when that version is kept already, with other bundles
 */
export async function keepRelease(schemaFolder: string, release: Release): Promise<string> {
  const { version, text, index } = release;
  const path = `${FOLDER}/${version}.json`;
  const kept = await keptRelease(schemaFolder, version);
  if (kept && (kept.text !== text || kept.index !== index)) {
    throw new Error(`schema/${path} has another schema: ${version} is released; raise "version" in package.json`);
  }
  await mkdir(join(schemaFolder, FOLDER), { recursive: true });
  await writeFile(join(schemaFolder, path), text);
  await writeFile(join(schemaFolder, FOLDER, `${version}.index.json`), index);
  return path;
}
