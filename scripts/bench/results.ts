import { readFileSync, writeFileSync } from "node:fs";
import { jsonText } from "../emit/output/json-text.js";
import { BUDGETS, PEER, WEB_CRYPTO_BUDGET, WEB_CRYPTO_RUNTIMES } from "./budgets.js";
import { OURS } from "./workload.js";

/** The results of one benchmark on one runtime. */
export interface Measurement {
  readonly runtime: string;
  readonly title: string;
  /** The time of an operation, as a ratio to that of the first contender, by contender. */
  readonly ratios: Readonly<Record<string, number>>;
}

/** The results of one run of benchmarks. */
export interface Results {
  /** The processor, the number of cores, the system and the load of the machine in the minute before. */
  readonly machine: string;
  readonly date: string;
  /** The versions of the libraries that were timed. */
  readonly versions: Readonly<Record<string, string>>;
  readonly measurements: readonly Measurement[];
}

export interface Measured {
  /** On Node, as ratios to a bare createHmac and JSON. */
  readonly node: Results;
  /** On the other runtimes, as ratios to jose. */
  readonly elsewhere: Results;
}

const MEASURED = new URL("./measured.json", import.meta.url);

export const readMeasured = (): Measured => JSON.parse(readFileSync(MEASURED, "utf8"));

/** Replaces a part of the committed results. */
export function writeMeasured(part: Partial<Measured>): void {
  writeFileSync(MEASURED, jsonText({ ...readMeasured(), ...part }));
}

/** Rounds a ratio as it is committed. */
export const rounded = (ratio: number): number => Math.round(ratio * 100) / 100;

/** A budget and the ratio that was measured. */
export interface Verdict {
  readonly runtime: string;
  readonly title: string;
  readonly ratio: number;
  readonly budget: number;
  /** The ratio of the peer that must be slower. */
  readonly peer: number;
  readonly isMet: boolean;
}

/** Compares the measurements on Node with the budgets. */
export function verdicts({ measurements }: Pick<Results, "measurements">): Verdict[] {
  return measurements.flatMap(({ runtime, title, ratios }) => {
    const budget = BUDGETS[title];
    if (budget === undefined) return [];
    const [ratio = Number.NaN, peer = Number.NaN] = [ratios[OURS], ratios[PEER]];
    return [{ runtime, title, ratio, budget, peer, isMet: ratio <= budget && ratio < peer }];
  });
}

/** Returns whether a measurement elsewhere meets the budget. Undefined for a runtime that has none. */
export function isWithinJose({ runtime, ratios }: Measurement): boolean | undefined {
  if (!WEB_CRYPTO_RUNTIMES.some((name) => runtime.startsWith(`${name} `))) return undefined;
  return (ratios[OURS] ?? Number.NaN) <= WEB_CRYPTO_BUDGET;
}
