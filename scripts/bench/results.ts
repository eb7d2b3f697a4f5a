import { readFileSync } from "node:fs";
import { BUDGETS, PEER } from "./budgets.js";
import { OURS } from "./workload.js";

/** The results of `npm run bench` on one runtime. */
export interface Measurement {
  readonly runtime: string;
  readonly title: string;
  /** The time of an operation, as a ratio to that of the floor, by contender. */
  readonly ratios: Readonly<Record<string, number>>;
}

export interface Measured {
  /** The processor, the number of cores, the system and the load of the machine in the minute before. */
  readonly machine: string;
  readonly date: string;
  /** The versions of the libraries that were timed. */
  readonly versions: Readonly<Record<string, string>>;
  readonly measurements: readonly Measurement[];
}

export const MEASURED = new URL("./measured.json", import.meta.url);

export const readMeasured = (): Measured => JSON.parse(readFileSync(MEASURED, "utf8"));

/** A budget and the ratio that was measured. */
export interface Verdict {
  readonly title: string;
  readonly ratio: number;
  readonly budget: number;
  /** The ratio of the peer that must be slower. */
  readonly peer: number;
  readonly isMet: boolean;
}

/** Compares the measurements on Node with the budgets. */
export function verdicts({ measurements }: Pick<Measured, "measurements">): Verdict[] {
  return measurements.flatMap(({ runtime, title, ratios }) => {
    const budget = BUDGETS[title];
    if (!runtime.startsWith("Node ") || budget === undefined) return [];
    const [ratio = Number.NaN, peer = Number.NaN] = [ratios[OURS], ratios[PEER]];
    return [{ title, ratio, budget, peer, isMet: ratio <= budget && ratio < peer }];
  });
}
