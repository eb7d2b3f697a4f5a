import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseTsv } from "../../model/tsv.js";

const FILE = "protocol/left-out.tsv";

/** What the schemas leave out on purpose, by the name that a source declares it by, and why. */
export async function readLeftOut(schemaFolder: string): Promise<ReadonlyMap<string, string>> {
  const rows = parseTsv(await readFile(join(schemaFolder, FILE), "utf8"), FILE, ["name", "reason"]);
  return new Map(rows.map(({ values }) => [values.name, values.reason]));
}
