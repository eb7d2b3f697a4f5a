import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { jsonText } from "../emit/output/json-text.js";
import type { Fates } from "./measure.js";
import type { Instrumented, Mutant } from "./mutants.js";
import type { Room } from "./rooms.js";

/** The committed results of a room, by file. */
export type Results = Readonly<Record<string, FileResult>>;

export interface FileResult {
  /** The fingerprint of the code that was measured. */
  readonly code: string;
  readonly mutants: number;
  readonly killed: number;
  readonly survivors: readonly Survivor[];
}

export interface Survivor {
  readonly line: number;
  readonly mutator: string;
  readonly original: string;
  readonly replacement: string;
  /** Why no test can kill it, written by hand. */
  readonly reason: string;
}

/** The reason of a survivor that a test could kill. */
export const OPEN = "open";
/** The reason of a survivor that no test runs. */
export const UNTESTED = "open: no test runs it";

const pathOf = (room: Room): string => join("test", "mutation", "results", `${room}.json`);

/** Returns the committed results of a room, which are empty for a room that was never measured. */
export async function readResults(room: Room): Promise<Results> {
  try {
    return JSON.parse(await readFile(pathOf(room), "utf8"));
  } catch (error) {
    if ((error as { code?: unknown }).code === "ENOENT") return {};
    throw error;
  }
}

export async function writeResults(room: Room, results: Results): Promise<void> {
  const sorted = Object.fromEntries(Object.entries(results).sort(([a], [b]) => (a < b ? -1 : 1)));
  await writeFile(pathOf(room), jsonText(sorted));
}

/** Returns the result of a file. Survivors keep the reasons that they have in the result before. */
export function resultOf(
  { fingerprint, mutants }: Instrumented,
  { killed, covered }: Fates,
  before: FileResult | undefined,
): FileResult {
  const reasons = new Map(
    before?.survivors
      .filter(({ reason }) => !isOpen(reason))
      .map((survivor) => [identityOf(survivor), survivor.reason]),
  );
  const survivors = mutants.filter((mutant) => !killed.has(mutant));
  return {
    code: fingerprint,
    mutants: mutants.length,
    killed: mutants.length - survivors.length,
    survivors: survivors.map((mutant) => ({
      line: mutant.line,
      mutator: mutant.mutator,
      original: oneLine(mutant.original),
      replacement: oneLine(mutant.replacement),
      reason: reasons.get(identityOf(mutant)) ?? (covered.has(mutant.id) ? OPEN : UNTESTED),
    })),
  };
}

export function isOpen(reason: string): boolean {
  return reason.startsWith(OPEN);
}

/** Returns the share of the mutants of a room that tests kill, in percent. */
export function scoreOf(results: Results): number {
  const files = Object.values(results);
  const mutants = sum(files.map((file) => file.mutants));
  return mutants === 0 ? 100 : (100 * sum(files.map((file) => file.killed))) / mutants;
}

/** Identifies a survivor in its file. Two of the same words share a reason. */
function identityOf({ mutator, original, replacement }: Pick<Mutant, "mutator" | "original" | "replacement">): string {
  return JSON.stringify([mutator, oneLine(original), oneLine(replacement)]);
}

/** Returns code without comments at ends of lines and without layout, which may change. */
function oneLine(code: string): string {
  return code
    .replaceAll(/^\s*\/\/.*$/gm, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
