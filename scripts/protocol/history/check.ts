import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { compareProtocolVersions } from "../../../src/targets/protocol-version.js";
import { uncovered } from "../../model/history/coverage.js";
import { readFacts } from "../../model/history/facts.js";
import { EMPTY, type History } from "../../model/history/history.js";
import { HISTORY_FILE, writeHistory } from "../../model/history/text.js";
import { load } from "../../model/load.js";
import { type ReleaseSource, UnreachableError } from "./release-source.js";
import { type Progress, replay } from "./update.js";

export interface CheckResult {
  /** What is wrong, a line each; empty when nothing is. */
  readonly problems: readonly string[];
  /** What could not be checked, and why. */
  readonly unchecked: readonly string[];
  /** Published releases that the history does not cover yet. */
  readonly newer: readonly string[];
}

/**
 * Holds the history against the schemas, and against a replay of the releases that it covers. Without a registry, what
 * was downloaded earlier serves; what cannot be checked then is named.
 *
 * @throws SchemaError when a file of schema/ is not as it must be
 */
export async function checkHistory(
  schemaFolder: string,
  source: ReleaseSource,
  onProgress?: Progress,
): Promise<CheckResult> {
  const facts = await readFacts(schemaFolder);
  const problems = uncovered(await load(schemaFolder), facts);
  const unchecked: string[] = [];
  const newer: string[] = [];
  const attempt = async (what: string, work: () => Promise<void>): Promise<void> => {
    await work().catch((error: unknown) => {
      if (!(error instanceof UnreachableError)) throw error;
      unchecked.push(`${what} (${error.message})`);
    });
  };
  await attempt("whether releases are left out", async () => {
    const missing = missingReleases(facts.history, await source.published());
    newer.push(...missing.newer);
    if (missing.older.length > 0) problems.push(`schema/${HISTORY_FILE} leaves out ${missing.older.join(", ")}`);
  });
  await attempt("whether a replay gives the same", async () => {
    const replayed = writeHistory(await replay(EMPTY, facts.history.releases, source, onProgress));
    const present = await readFile(join(schemaFolder, HISTORY_FILE), "utf8");
    if (replayed !== present) problems.push(difference(present, replayed));
  });
  return { problems, unchecked, newer };
}

function missingReleases({ releases }: History, published: readonly string[]): { older: string[]; newer: string[] } {
  const newest = releases.at(-1);
  const missing = published.filter((release) => !releases.includes(release));
  const newer = missing.filter((release) => newest === undefined || compareProtocolVersions(release, newest) > 0);
  return { older: missing.filter((release) => !newer.includes(release)), newer };
}

function difference(present: string, replayed: string): string {
  const [before, after] = [present.split("\n"), replayed.split("\n")];
  const at = after.findIndex((line, index) => line !== before[index]);
  const line = at === -1 ? after.length : at;
  const shown = (lines: readonly string[]): string => lines[line]?.trim().replace(/,$/, "") ?? "nothing";
  const what = `line ${line + 1} reads ${shown(before)}, replayed ${shown(after)}`;
  return `schema/${HISTORY_FILE} is not what a replay gives: ${what}`;
}
