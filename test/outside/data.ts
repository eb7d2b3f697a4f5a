import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe } from "vitest";

/** Test data of other projects, unchanged, which lies beside a checkout and not in it. */
const DATA = fileURLToPath(new URL("../../../shared/data/", import.meta.url));

/** A suite over a folder of that data: skipped loudly where the folder is missing, except in the gate, where it fails. */
export function describeData(folder: string, title: string, suite: () => void): void {
  const missing = !existsSync(DATA + folder);
  if (missing && process.env.CI) throw new Error(`the test data "${folder}" is missing: put it into ../shared/data`);
  if (missing) console.warn(`SKIPPED: ${title}: there is no ../shared/data/${folder}`);
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
