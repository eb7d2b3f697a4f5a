import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compareVersions } from "compare-versions";

/** What a version of this package had published. */
export interface Release {
  readonly version: string;
  /** Its bundle of Claims: rules for minting, 2020-12. */
  readonly text: string;
}

/** Of schema/: a file for each version, `<version>.json`. */
const FOLDER = "protocol/releases";

/** The newest release that schema/protocol/releases/ has; undefined before the first. */
export async function lastRelease(schemaFolder: string): Promise<Release | undefined> {
  const folder = join(schemaFolder, FOLDER);
  const files = await readdir(folder).catch(() => []);
  const versions = files.flatMap((file) => /^(\d+\.\d+\.\d+)\.json$/.exec(file)?.[1] ?? []).sort(compareVersions);
  const version = versions.at(-1);
  return version === undefined ? undefined : { version, text: await readFile(join(folder, `${version}.json`), "utf8") };
}

/**
 * Keeps what a version publishes.
 *
 * @returns the file's path below schema/
 * @throws Error when that version is kept already, with another schema
 */
export async function keepRelease(schemaFolder: string, { version, text }: Release): Promise<string> {
  const path = `${FOLDER}/${version}.json`;
  const file = join(schemaFolder, path);
  const present = await readFile(file, "utf8").catch(() => undefined);
  if (present !== undefined && present !== text) {
    throw new Error(`schema/${path} has another schema: ${version} is released; raise "version" in package.json`);
  }
  await mkdir(join(schemaFolder, FOLDER), { recursive: true });
  await writeFile(file, text);
  return path;
}
