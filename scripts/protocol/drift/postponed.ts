import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { compareProtocolVersions, isProtocolVersion } from "../../../src/targets/protocol-version.js";
import { SchemaError } from "../../model/schema-error.js";
import { parseTsv } from "../../model/tsv.js";

/** The path relative to schema/. */
export const POSTPONED_FILE = "protocol/postponed.tsv";

/** A release of the protocol that need not be imported yet. */
export interface Postponed {
  readonly release: string;
  /** The last day on which it may be missing, such as 2026-12-31. */
  readonly until: string;
  readonly reason: string;
}

/** @throws SchemaError with the line that has no valid version, date or reason */
export async function readPostponed(schemaFolder: string): Promise<Postponed[]> {
  const text = await readFile(join(schemaFolder, POSTPONED_FILE), "utf8");
  return parseTsv(text, POSTPONED_FILE, ["release", "until", "reason"]).map(({ line, values }) => {
    const fault = (problem: string) => new SchemaError(POSTPONED_FILE, "", `line ${line}: ${problem}`);
    if (!isProtocolVersion(values.release)) throw fault(`"${values.release}" is not a version`);
    if (!isDate(values.until)) throw fault(`"${values.until}" is not a date such as 2026-12-31`);
    if (values.reason.trim() === "") throw fault("needs a reason");
    return values;
  });
}

/** Returns the reasons why lines no longer have an effect, and what to do. */
export function staleReasons(postponed: readonly Postponed[], imported: string, today: string): string[] {
  return postponed.flatMap(({ release, until }) => {
    if (compareProtocolVersions(release, imported) <= 0) {
      return [`protocol ${release} is imported; remove its line from schema/${POSTPONED_FILE}`];
    }
    if (until >= today) return [];
    return [
      `protocol ${release} was postponed until ${until}; run "npm run protocol:update", or set a later date in schema/${POSTPONED_FILE}`,
    ];
  });
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
