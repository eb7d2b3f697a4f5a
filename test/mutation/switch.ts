import { appendFileSync, openSync, readFileSync, writeSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { type Observation, PLAN_VARIABLE, type Plan } from "../../scripts/mutation/plan.js";

export const plan: Plan = JSON.parse(readFileSync(process.env[PLAN_VARIABLE] as string, "utf8"));
/** How often instrumented code was reached, and for how long it ran. */
export interface Work {
  readonly steps: number;
  readonly milliseconds: number;
}

const NO_LIMIT: Work = { steps: Number.POSITIVE_INFINITY, milliseconds: Number.POSITIVE_INFINITY };
let limit = NO_LIMIT;
let steps = 0;
let start = performance.now();
let perTest: Record<string, Record<string, number>> = {};

/** The state that instrumented code reads and writes. */
export const stryker = {
  /** The mutant that is on. An empty text stands for none: code looks into the environment when it is undefined. */
  activeMutant: "",
  /** The test to which covered mutants are added. While it is undefined, they are added to `static`. */
  currentTestId: undefined as string | undefined,
  mutantCoverage: {
    static: {} as Record<string, number>,
    /**
     * Instrumented code reads this wherever it may have a mutant. From the limit on, each reading throws, so that a loop
     * which catches errors ends too.
     */
    get perTest() {
      if (++steps > limit.steps) throw new Error("the mutant makes far more steps than the code without it");
      return perTest;
    },
  },
};
Object.assign(globalThis, { __stryker__: stryker });

/** When the watchdog ends the process, in milliseconds since the start of time, or 0. */
const end = new BigInt64Array(new SharedArrayBuffer(8));
new Worker(new URL("./watchdog.mjs", import.meta.url), { workerData: end }).unref();
const active = openSync(plan.active, "r+");

/**
 * Switches a mutant on, or all off for an empty text, and starts to measure the work. The limit is far more than a mutant
 * needs that only makes a test fail, also on a busy machine.
 */
export function activate(mutant: string, without?: Work): void {
  stryker.activeMutant = mutant;
  limit = without
    ? { steps: without.steps * 10 + 1_000_000, milliseconds: without.milliseconds * 10 + 5_000 }
    : NO_LIMIT;
  perTest = {};
  steps = 0;
  start = performance.now();
  // The watchdog is for code that keeps the process busy: `withinLimit` ends the rest before.
  Atomics.store(end, 0, without ? BigInt(Math.round(Date.now() + limit.milliseconds + 1_000)) : 0n);
  writeSync(active, mutant.padEnd(8), 0);
}

/** Returns the work since the last call of `activate`. */
export function work(): Work {
  return { steps, milliseconds: performance.now() - start };
}

/** Returns whether the mutant that is on has reached the limit. */
export function isBeyondLimit(): boolean {
  return steps > limit.steps;
}

// Tests may put others in their place.
const { setTimeout, clearTimeout } = globalThis;

/** Returns the result of a test. Rejects when the time of the mutant that is on is over. */
export async function withinLimit<T>(run: () => T | PromiseLike<T>): Promise<T> {
  if (limit === NO_LIMIT) return run();
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the test does not end")), limit.milliseconds);
  });
  try {
    return await Promise.race([run(), over]);
  } finally {
    clearTimeout(timer);
  }
}

export function observe(observation: Observation): void {
  appendFileSync(plan.log, `${JSON.stringify(observation)}\n`);
}
