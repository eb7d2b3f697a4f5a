import { type File, getFn, startTests, type Task, type Test } from "@vitest/runner";
import { TestRunner, vi } from "vitest";
import { activate, isBeyondLimit, observe, plan, stryker, type Work, withinLimit, work } from "./switch.js";
import { isFor, kill, nameOf, pathOf, Survivors, undecided } from "./undecided.js";

const covered = new Set<string>();

function cover(mutants: Iterable<string>, loading: boolean): void {
  const fresh = [...mutants].filter((mutant) => !covered.has(`${mutant} ${loading}`));
  for (const mutant of fresh) covered.add(`${mutant} ${loading}`);
  if (fresh.length > 0) observe({ covered: fresh, loading });
}

function observeBroken(task: Task): void {
  observe({ broken: nameOf(task), error: task.result?.errors?.[0]?.message ?? "" });
}

/** Whether the test that runs has reset the modules. */
let hasResetModules = false;
const { resetModules } = vi;
vi.resetModules = () => {
  hasResetModules = true;
  return resetModules();
};

/**
 * Runs a test once without mutants, and then once with each mutant that it covers and no test has killed yet. The runs
 * with mutants are retries to vitest: it runs all hooks around each of them.
 */
class SwitchingRunner extends TestRunner {
  #queue: string[] = [];
  #survivors: Survivors | undefined;
  #without: Work | undefined;
  #file: File | undefined;
  /** The time of the tests of the file without mutants. */
  #milliseconds = 0;

  override async onBeforeRunTask(test: Test): Promise<void> {
    await super.onBeforeRunTask(test);
    if (undecided.size === 0) test.mode = "skip";
    test.retry = Number.MAX_SAFE_INTEGER;
    this.#survivors = new Survivors(test);
    activate("");
  }

  override onBeforeTryTask(test: Test): void {
    super.onBeforeTryTask(test);
    hasResetModules = false;
    stryker.currentTestId = "test";
  }

  async runTask(test: Test): Promise<void> {
    await withinLimit(getFn(test));
  }

  onAfterRetryTask(test: Test, { retry }: { retry: number }): void {
    const result = test.result as { state: string; errors?: unknown[] | undefined };
    if (result.state !== "pass" && result.state !== "fail") return;
    if (retry === 0) this.#runWithout(test);
    else if (result.state === "fail" || isBeyondLimit()) kill(stryker.activeMutant, nameOf(test));
    else this.#survivors?.add(stryker.activeMutant);
    const next = this.#queue.pop();
    activate(next ?? "", next === undefined ? undefined : this.#without);
    result.state = next === undefined ? "pass" : "fail";
    // Vitest tries a test again only if it has an error.
    result.errors = next === undefined ? undefined : [{ message: "run again with a mutant" }];
  }

  override onAfterRunTask(test: Test): void {
    super.onAfterRunTask(test);
    this.#survivors?.save();
    stryker.currentTestId = undefined;
  }

  onCollected([file]: File[]): void {
    this.#file = file;
    this.#milliseconds = 0;
  }

  override onAfterRunFiles(): void {
    super.onAfterRunFiles();
    cover(Object.keys(stryker.mutantCoverage.static), true);
    if (this.#file) observe({ file: pathOf(this.#file), milliseconds: this.#milliseconds });
  }

  #runWithout(test: Test): void {
    this.#without = work();
    const { milliseconds } = this.#without;
    this.#milliseconds += milliseconds;
    const { static: loading, perTest } = stryker.mutantCoverage;
    const mutants = Object.keys(perTest.test ?? {});
    cover(mutants, false);
    const isBroken = test.result?.state === "fail";
    if (isBroken) observeBroken(test);
    const path = pathOf(test);
    this.#queue = mutants.filter((mutant) => isFor(path, mutant) && !this.#survivors?.has(mutant));
    // A mutant that is on while modules are loaded would stay in them.
    if (hasResetModules) this.#queue = this.#queue.filter((mutant) => !(mutant in loading));
    if (isBroken || milliseconds > plan.slowest) this.#queue = [];
  }
}

/** Loads all modules again for each mutant, and runs each file of tests until one fails. */
class ReloadingRunner extends TestRunner {
  async onCollected(files: File[]): Promise<void> {
    for (const file of files) {
      await this.#runFile(file);
      file.mode = "skip";
      for (const task of file.tasks) task.mode = "skip";
      observe({ file: pathOf(file), milliseconds: 0 });
    }
  }

  async #runFile(file: File): Promise<void> {
    const survivors = new Survivors(file);
    const queue = [...undecided].filter((mutant) => !survivors.has(mutant));
    if (queue.length === 0) return;
    const broken = new Set<string>();
    activate("");
    await this.#run(file.filepath, (task) => {
      observeBroken(task);
      broken.add(task.id);
      return false;
    });
    const without = work();
    for (const mutant of queue) {
      let by: string | undefined;
      activate(mutant, without);
      await this.#run(file.filepath, (task) => {
        if (!broken.has(task.id)) by ??= nameOf(task);
        return by !== undefined;
      });
      if (isBeyondLimit()) by ??= pathOf(file);
      if (by === undefined) survivors.add(mutant);
      else kill(mutant, by);
    }
    activate("");
    // The next file would load modules that were loaded with a mutant.
    vi.resetModules();
    survivors.save();
  }

  /** Runs a file of tests, with all modules loaded again, until `fails` returns true for a test that fails. */
  async #run(path: string, fails: (task: Task) => boolean): Promise<void> {
    vi.resetModules();
    stryker.currentTestId = "test";
    let isOver = false;
    const base = TestRunner.prototype;
    const inner = Object.assign(Object.create(this), {
      onCollected() {},
      onTaskUpdate() {},
      onAfterRunFiles() {},
      async runTask(test: Test) {
        await withinLimit(getFn(test));
      },
      async onBeforeRunTask(test: Test) {
        await base.onBeforeRunTask.call(this, test);
        if (isOver) test.mode = "skip";
      },
      onAfterRunTask(test: Test) {
        base.onAfterRunTask.call(this, test);
        if (test.result?.state === "fail") isOver ||= fails(test);
      },
    });
    const [file] = await startTests([path], inner);
    // A file may fail to load.
    if (!isOver && file?.result?.errors?.length) fails(file);
  }
}

export default plan.reload ? ReloadingRunner : SwitchingRunner;
