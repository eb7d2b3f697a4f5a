import { table } from "../../emit/output/markdown-table.js";
import type { MeasuredVerifier } from "../measured.js";
import { VERIFY_ROWS } from "../rows.js";
import { typeWord } from "../samples.js";
import type { VerifyVector } from "../vector.js";
import { countWords, type Finding, findingsOf } from "./difference.js";

/** A verifier and its findings. */
export interface Column {
  readonly verifier: MeasuredVerifier;
  readonly findings: readonly Finding[];
}

export function columnsOf(verifiers: readonly MeasuredVerifier[], vectors: readonly VerifyVector[]): Column[] {
  return verifiers.map((verifier) => ({ verifier, findings: findingsOf(verifier, vectors) }));
}

/** Returns the head of a column: "Go" for "Go, github.com/livekit/protocol 1.54.0". */
export const shortTitle = ({ verifier: { title } }: Column): string => title.split(",")[0] ?? title;

export function summaryTable(columns: readonly Column[]): string {
  return table(
    ["verifier", "vectors", "agrees", "accepts invalid", "rejects valid", "misreads"],
    columns.map(({ verifier, findings }) => {
      const counts = [verifier.accepts.length, verifier.refuses.length, Object.keys(verifier.reads).length];
      return [verifier.title, verifier.ran, verifier.ran - findings.length, ...counts].map(String);
    }),
  );
}

export function ruleTable(columns: readonly Column[], vectors: readonly VerifyVector[]): string {
  const rows = Object.entries(VERIFY_ROWS).flatMap(([row, { text }]) => {
    const count = vectors.filter((vector) => vector.row === row).length;
    if (count === 0) return [];
    return [
      [text, String(count), ...columns.map(({ findings }) => verdict(findings.filter((f) => f.vector.row === row)))],
    ];
  });
  return table(["rule", "vectors", ...columns.map(shortTitle)], rows);
}

/** Returns a table of the vectors derived from the schemas, by the JSON type in the wrong place. */
export function typeTable(columns: readonly Column[], vectors: readonly VerifyVector[]): string {
  const types = new Map<string, number>();
  for (const vector of vectors.filter(isWrongType)) types.set(typeOf(vector), (types.get(typeOf(vector)) ?? 0) + 1);
  return table(
    ["in place of another type", "vectors", ...columns.map(shortTitle)],
    [...types].map(([type, count]) => {
      const found = ({ findings }: Column) =>
        findings.filter((f) => isWrongType(f.vector) && typeOf(f.vector) === type);
      return [typeWord(type), String(count), ...columns.map((column) => verdict(found(column)))];
    }),
  );
}

/** Returns a table of the other vectors for which results differ. */
export function vectorTable(columns: readonly Column[], vectors: readonly VerifyVector[]): string {
  const rows = vectors.flatMap((vector) => {
    const found = columns.map(({ findings }) => findings.find((finding) => finding.vector === vector));
    if (isWrongType(vector) || found.every((finding) => finding === undefined)) return [];
    const right = vector.result === "valid" ? "accepts" : "refuses";
    return [[`\`${vector.id}\``, vector.comment, ...found.map((finding) => did(finding, right))]];
  });
  return table(["vector", "description", ...columns.map(shortTitle)], rows);
}

function verdict(findings: readonly Finding[]): string {
  return countWords(findings) || "✓";
}

function did(finding: Finding | undefined, right: string): string {
  return finding === undefined ? right : `**${finding.difference}**`;
}

export function isWrongType({ flags }: VerifyVector): boolean {
  return flags.includes("WrongType");
}

/** Returns the last part of the id of a vector that is derived from the schemas. */
function typeOf({ id }: VerifyVector): string {
  return id.slice(id.lastIndexOf("-") + 1);
}
