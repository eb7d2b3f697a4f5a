import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseTsv } from "../model/tsv.js";

/** The path relative to schema/. */
export const LEFT_OUT_FILE = "protocol/left-out.tsv";

/** The names that the schemas leave out on purpose, as in the history, with the reasons. */
export type LeftOut = ReadonlyMap<string, string>;

export async function readLeftOut(schemaFolder: string): Promise<LeftOut> {
  const rows = parseTsv(await readFile(join(schemaFolder, LEFT_OUT_FILE), "utf8"), LEFT_OUT_FILE, ["name", "reason"]);
  return new Map(rows.map(({ values }) => [values.name, values.reason]));
}
