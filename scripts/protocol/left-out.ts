import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseTsv } from "../model/tsv.js";

/** Relative to schema/. */
export const LEFT_OUT_FILE = "protocol/left-out.tsv";

/** What the schemas leave out on purpose, by the name that the history has for it, and why. */
export type LeftOut = ReadonlyMap<string, string>;

export async function readLeftOut(schemaFolder: string): Promise<LeftOut> {
  const rows = parseTsv(await readFile(join(schemaFolder, LEFT_OUT_FILE), "utf8"), LEFT_OUT_FILE, ["name", "reason"]);
  return new Map(rows.map(({ values }) => [values.name, values.reason]));
}
