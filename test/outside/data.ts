import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe } from "vitest";

/** The test data of other projects, unchanged. It is beside the checkout and not part of it. */
const DATA = fileURLToPath(new URL("../../../shared/data/", import.meta.url));

/**
 * Defines a suite over a folder of the data. Skips it with a warning when the folder is missing; in CI, throws
 * instead.
 */
export function describeData(folder: string, title: string, suite: () => void): void {
  const missing = !existsSync(DATA + folder);
  if (missing && process.env.CI) throw new Error(`the test data "${folder}" is missing; put it into ../shared/data`);
  if (missing) console.warn(`SKIPPED: ${title}: ../shared/data/${folder} is missing`);
  describe.skipIf(missing)(title, () => {
    if (!missing) suite();
  });
}

export function readData(path: string): Buffer {
  return readFileSync(DATA + path);
}

export function listData(folder: string): string[] {
  return readdirSync(DATA + folder).sort();
}
