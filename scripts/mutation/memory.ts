import { appendFileSync, mkdirSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";

/** A mutant that was found, by its hash, with the test that failed. */
export interface Kill {
  readonly mutant: string;
  readonly by: string;
}

/** Mutants, by their hashes, that a version of a test has not found. */
export interface Survival {
  readonly test: string;
  readonly survived: readonly string[];
}

/** The mutants that runs have decided so far. A run that was interrupted, or one after new tests, does the rest. */
export interface Memory {
  readonly killed: ReadonlySet<string>;
  /** By version of a test. */
  readonly survived: ReadonlyMap<string, ReadonlySet<string>>;
}

const FILE = resolve(".cache", "mutation.jsonl");

export function remember(entry: Kill | Survival): void {
  mkdirSync(dirname(FILE), { recursive: true });
  appendFileSync(FILE, `${JSON.stringify(entry)}\n`);
}

export function recall(): Memory {
  const killed = new Set<string>();
  const survived = new Map<string, Set<string>>();
  for (const entry of readLines<Kill | Survival>(FILE)) {
    if ("mutant" in entry) killed.add(entry.mutant);
    else survived.set(entry.test, new Set([...(survived.get(entry.test) ?? []), ...entry.survived]));
  }
  return { killed, survived };
}

export async function forget(): Promise<void> {
  await rm(FILE, { force: true });
}

/** Reads a file of JSON values, one a line. It is empty when it does not exist. */
export function readLines<Line>(path: string): Line[] {
  try {
    const lines = readFileSync(path, "utf8").split("\n");
    return lines.filter((line) => line !== "").map((line) => JSON.parse(line));
  } catch (error) {
    if ((error as { code?: unknown }).code === "ENOENT") return [];
    throw error;
  }
}
