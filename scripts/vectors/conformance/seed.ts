import { table } from "../../emit/output/markdown-table.js";
import { VERIFY_ROWS, type VerifyRow } from "../rows.js";
import { byDifference, type Finding, idWords } from "./difference.js";
import { SEED_NOTES } from "./seed-notes.js";
import type { Column } from "./tables.js";

/** The name of the verifier that this library follows unless a note gives a reason not to. */
const SEED = "rust";

/** Returns the differences between the vectors and the Rust SDK, by rule. */
export function seedFindings(columns: readonly Column[]): [VerifyRow, Finding[]][] {
  const found = columns.find(({ verifier }) => verifier.name === SEED)?.findings ?? [];
  const rows = (Object.keys(VERIFY_ROWS) as VerifyRow[]).map((row): [VerifyRow, Finding[]] => {
    return [row, found.filter(({ vector }) => vector.row === row)];
  });
  return rows.filter(([, findings]) => findings.length > 0);
}

/** Returns a table with a row for each rule that differs: the rule, the reason, and the result of the Rust SDK. */
export function seedTable(columns: readonly Column[]): string {
  return table(
    ["rule", "why", "the Rust SDK"],
    seedFindings(columns).map(([row, findings]) => [VERIFY_ROWS[row].text, SEED_NOTES[row] ?? "", summarize(findings)]),
  );
}

/** Returns up to three ids of each kind of difference. */
function summarize(findings: readonly Finding[]): string {
  return byDifference(findings)
    .map(([kind, found]) => {
      const more = found.length > 3 ? ` and ${found.length - 3} more` : "";
      return `${kind} ${idWords(found.slice(0, 3))}${more}`;
    })
    .join("; ");
}
