import { table } from "../../emit/output/markdown-table.js";
import type { MeasuredVerifier } from "../measured.js";
import { VERIFY_ROWS } from "../rows.js";
import { typeWord } from "../samples.js";
import type { VerifyVector } from "../vector.js";
import { countWords, type Finding, findingsOf } from "./difference.js";

/** A verifier with what was found of it. */
export interface Column {
  readonly verifier: MeasuredVerifier;
  readonly findings: readonly Finding[];
}

export function columnsOf(verifiers: readonly MeasuredVerifier[], vectors: readonly VerifyVector[]): Column[] {
  return verifiers.map((verifier) => ({ verifier, findings: findingsOf(verifier, vectors) }));
}

/** "Go, github.com/livekit/protocol 1.54.0" → "Go": the head of a column. */
export const shortTitle = ({ verifier: { title } }: Column): string => title.split(",")[0] ?? title;

export function summaryTable(columns: readonly Column[]): string {
  return table(
    ["verifier", "vectors", "agrees", "accepts what is invalid", "refuses what is valid", "reads otherwise"],
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

/** The vectors that follow from the schemas, by the JSON type that stands in the wrong place. */
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

/** The other vectors, as far as a verifier differs: who does what. */
export function vectorTable(columns: readonly Column[], vectors: readonly VerifyVector[]): string {
  const rows = vectors.flatMap((vector) => {
    const found = columns.map(({ findings }) => findings.find((finding) => finding.vector === vector));
    if (isWrongType(vector) || found.every((finding) => finding === undefined)) return [];
    const right = vector.result === "valid" ? "accepts" : "refuses";
    return [[`\`${vector.id}\``, vector.comment, ...found.map((finding) => did(finding, right))]];
  });
  return table(["vector", "what it is", ...columns.map(shortTitle)], rows);
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

/** The last part of the id of a vector that follows from the schemas. */
function typeOf({ id }: VerifyVector): string {
  return id.slice(id.lastIndexOf("-") + 1);
}
