import { appendFileSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { Worker } from "node:worker_threads";
import { type File, startTests, type Task, type Test } from "@vitest/runner";
import { TestRunner, vi } from "vitest";
import { type Kill, type Observation, PLAN_VARIABLE, type Plan } from "../../scripts/mutation/plan.js";

/** The state that instrumented code reads and writes. */
interface Stryker {
  /** The mutant that is on. An empty text stands for none: code looks into the environment when it is undefined. */
  activeMutant: string;
  /** The test to which covered mutants are added. While it is undefined, they are added to `static`. */
  currentTestId: string | undefined;
  mutantCoverage: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
  hitCount: number;
  /** Instrumented code throws when the mutant that is on is reached more often. This ends nearly all endless loops. */
  hitLimit: number;
}

const plan: Plan = JSON.parse(readFileSync(process.env[PLAN_VARIABLE] as string, "utf8"));
const undecided = new Set(Object.keys(plan.undecided));
const stryker: Stryker = {
  activeMutant: "",
  currentTestId: undefined,
  mutantCoverage: { static: {}, perTest: {} },
  hitCount: 0,
  hitLimit: Number.POSITIVE_INFINITY,
};
Object.assign(globalThis, { __stryker__: stryker });

const shared = new SharedArrayBuffer(8);
const heartbeat = new Int32Array(shared).fill(-1);
new Worker(new URL("./watchdog.mjs", import.meta.url), {
  workerData: { shared, undecided: plan.undecided, kills: plan.kills, seconds: 120 },
}).unref();

function observe(observation: Observation): void {
  appendFileSync(plan.log, `${JSON.stringify(observation)}\n`);
}

function activate(mutant: string, hits: number): void {
  stryker.activeMutant = mutant;
  stryker.hitCount = 0;
  stryker.hitLimit = mutant === "" ? Number.POSITIVE_INFINITY : hits * 100 + 10_000;
  heartbeat[0] = (heartbeat[0] ?? 0) + 1;
  heartbeat[1] = mutant === "" ? -1 : Number(mutant);
}

function kill(mutant: string, by: string): void {
  undecided.delete(mutant);
  const found: Kill = { mutant: plan.undecided[mutant] as string, by };
  appendFileSync(plan.kills, `${JSON.stringify(found)}\n`);
}

const covered = new Set<string>();

function cover(mutants: Iterable<string>, loading: boolean): void {
  const fresh = [...mutants].filter((mutant) => !covered.has(`${mutant} ${loading}`));
  for (const mutant of fresh) covered.add(`${mutant} ${loading}`);
  if (fresh.length > 0) observe({ covered: fresh, loading });
}

const nameOf = (test: Task): string => `${relative(process.cwd(), test.file.filepath)} > ${test.name}`;

/**
 * Runs a test once without mutants, and then once with each mutant that it covers and no test has killed yet. The runs
 * with mutants are retries to vitest: it runs all hooks around each of them.
 */
class SwitchingRunner extends TestRunner {
  #queue: string[] = [];
  #hits: Record<string, number> = {};

  override async onBeforeRunTask(test: Test): Promise<void> {
    await super.onBeforeRunTask(test);
    if (undecided.size === 0) test.mode = "skip";
    test.retry = Number.MAX_SAFE_INTEGER;
  }

  override onBeforeTryTask(test: Test, options?: { retry: number }): void {
    super.onBeforeTryTask(test);
    stryker.currentTestId = options?.retry === 0 ? "without mutants" : "with a mutant";
    stryker.mutantCoverage.perTest = {};
  }

  onAfterRetryTask(test: Test, { retry }: { retry: number }): void {
    const result = test.result as { state: string; errors?: unknown[] | undefined };
    if (result.state !== "pass" && result.state !== "fail") return;
    if (retry === 0) this.#readCoverage(test, result);
    else if (result.state === "fail") kill(stryker.activeMutant, nameOf(test));
    const next = this.#queue.pop();
    activate(next ?? "", this.#hits[next ?? ""] ?? 0);
    result.state = next === undefined ? "pass" : "fail";
    // Vitest tries a test again only if it has an error.
    result.errors = next === undefined ? undefined : [{ message: "run again with a mutant" }];
  }

  override onAfterRunTask(test: Test): void {
    super.onAfterRunTask(test);
    stryker.currentTestId = undefined;
  }

  override onAfterRunFiles(): void {
    super.onAfterRunFiles();
    cover(Object.keys(stryker.mutantCoverage.static), true);
  }

  #readCoverage(test: Test, { state, errors }: { state: string; errors?: unknown[] | undefined }): void {
    if (state === "fail") observe({ broken: nameOf(test), error: (errors?.[0] as Error | undefined)?.message ?? "" });
    this.#hits = stryker.mutantCoverage.perTest["without mutants"] ?? {};
    const mutants = Object.keys(this.#hits);
    cover(mutants, false);
    this.#queue = state === "fail" ? [] : mutants.filter((mutant) => undecided.has(mutant));
  }
}

/** Loads all modules again for each mutant, and runs each file of tests until one fails. */
class ReloadingRunner extends TestRunner {
  async onCollected(files: File[]): Promise<void> {
    for (const file of files) {
      for (const mutant of undecided) {
        vi.resetModules();
        activate(mutant, 100_000);
        const by = await this.#firstFailure(file.filepath);
        activate("", 0);
        if (by !== undefined) kill(mutant, by);
      }
      file.mode = "skip";
      for (const task of file.tasks) task.mode = "skip";
    }
  }

  async #firstFailure(path: string): Promise<string | undefined> {
    let failure: string | undefined;
    const base = TestRunner.prototype;
    const inner = Object.assign(Object.create(this), {
      onCollected() {},
      onTaskUpdate() {},
      onAfterRunFiles() {},
      async onBeforeRunTask(test: Test) {
        await base.onBeforeRunTask.call(this, test);
        heartbeat[0] = (heartbeat[0] ?? 0) + 1;
        if (failure !== undefined) test.mode = "skip";
      },
      onAfterRunTask(test: Test) {
        base.onAfterRunTask.call(this, test);
        if (test.result?.state === "fail") failure ??= nameOf(test);
      },
    });
    const [file] = await startTests([path], inner);
    if (failure === undefined && file?.result?.state === "fail") failure = relative(process.cwd(), path);
    return failure;
  }
}

export default plan.reload ? ReloadingRunner : SwitchingRunner;
