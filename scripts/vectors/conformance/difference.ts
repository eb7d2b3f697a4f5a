import type { MeasuredVerifier } from "../measured.js";
import type { VerifyVector } from "../vector.js";

/** The result of a verifier that differs from a vector. */
export type Difference = "accepts" | "refuses" | "misreads";

export interface Finding {
  readonly vector: VerifyVector;
  readonly difference: Difference;
  /** The JSON pointers of claims that it reads differently. */
  readonly pointers: readonly string[];
}

/** Returns the differences between a verifier and the vectors, in the order of the vectors. */
export function findingsOf(verifier: MeasuredVerifier, vectors: readonly VerifyVector[]): Finding[] {
  const accepts = new Set(verifier.accepts);
  const refuses = new Set(verifier.refuses);
  return vectors.flatMap((vector): Finding[] => {
    const pointers = verifier.reads[vector.id] ?? [];
    if (accepts.has(vector.id)) return [{ vector, difference: "accepts", pointers }];
    if (refuses.has(vector.id)) return [{ vector, difference: "refuses", pointers }];
    return pointers.length > 0 ? [{ vector, difference: "misreads", pointers }] : [];
  });
}

const KINDS: readonly Difference[] = ["accepts", "refuses", "misreads"];

/** Returns the findings by kind, without empty kinds. */
export function byDifference(findings: readonly Finding[]): [Difference, Finding[]][] {
  const kinds = KINDS.map((kind): [Difference, Finding[]] => [kind, findings.filter((f) => f.difference === kind)]);
  return kinds.filter(([, found]) => found.length > 0);
}

/** Returns counts such as "accepts 3, misreads 1", or "" without findings. */
export function countWords(findings: readonly Finding[]): string {
  return byDifference(findings)
    .map(([kind, found]) => `${kind} ${found.length}`)
    .join(", ");
}

/** Returns the ids of the vectors, with the places that are misread. */
export function idWords(findings: readonly Finding[]): string {
  return findings.map(({ vector, pointers }) => `\`${vector.id}\`${placeWords(pointers)}`).join(", ");
}

function placeWords(pointers: readonly string[]): string {
  if (pointers.length === 0) return "";
  const more = pointers.length > 2 ? ` and ${pointers.length - 2} more` : "";
  return ` (at ${pointers.slice(0, 2).join(", ")}${more})`;
}
