import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Driven } from "./drivers/driver.js";

/** A row of the README's table. */
export interface Result extends Pick<Driven, "version" | "cases" | "passed"> {
  readonly runtime: string;
}

const FILE = fileURLToPath(new URL("../../test/runtimes/results.json", import.meta.url));

export async function readResults(): Promise<Result[]> {
  return JSON.parse(await readFile(FILE, "utf8"));
}

export async function writeResults(results: readonly Result[]): Promise<void> {
  await writeFile(FILE, `${JSON.stringify(results, null, 2)}\n`);
}
