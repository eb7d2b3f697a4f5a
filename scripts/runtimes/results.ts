import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { jsonText } from "../emit/output/json-text.js";
import type { DriverResult } from "./drivers/driver.js";

/** A row of the table in README.md. */
export interface Result extends Pick<DriverResult, "version" | "cases" | "passed"> {
  readonly runtime: string;
}

const FILE = fileURLToPath(new URL("../../test/runtimes/results.json", import.meta.url));

export async function readResults(): Promise<Result[]> {
  return JSON.parse(await readFile(FILE, "utf8"));
}

export async function writeResults(results: readonly Result[]): Promise<void> {
  await writeFile(FILE, jsonText(results));
}
