import { table } from "../../emit/output/markdown-table.js";
import { VERIFY_ROWS, type VerifyRow } from "../rows.js";
import { byDifference, type Finding, idWords } from "./difference.js";
import { SEED_NOTES } from "./seed-notes.js";
import type { Column } from "./tables.js";

/** The name of the peer that this library follows where it does not say why not. */
const SEED = "rust";

/** What the vectors find of the seed, by rule. */
export function seedFindings(columns: readonly Column[]): [VerifyRow, Finding[]][] {
  const found = columns.find(({ verifier }) => verifier.name === SEED)?.findings ?? [];
  const rows = (Object.keys(VERIFY_ROWS) as VerifyRow[]).map((row): [VerifyRow, Finding[]] => {
    return [row, found.filter(({ vector }) => vector.row === row)];
  });
  return rows.filter(([, findings]) => findings.length > 0);
}

/** A line for each rule about which they differ: the rule, why, and what the seed does. */
export function seedTable(columns: readonly Column[]): string {
  return table(
    ["rule", "why", "the Rust SDK"],
    seedFindings(columns).map(([row, findings]) => [VERIFY_ROWS[row].text, SEED_NOTES[row] ?? "", few(findings)]),
  );
}

/** Up to three ids of each difference. */
function few(findings: readonly Finding[]): string {
  return byDifference(findings)
    .map(([kind, found]) => {
      const more = found.length > 3 ? ` and ${found.length - 3} more` : "";
      return `${kind} ${idWords(found.slice(0, 3))}${more}`;
    })
    .join("; ");
}
