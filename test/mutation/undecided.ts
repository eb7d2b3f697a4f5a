import { relative } from "node:path";
import type { Task } from "@vitest/runner";
import { recall, remember } from "../../scripts/mutation/memory.js";
import { isTestOf } from "../../scripts/mutation/tests.js";
import { plan } from "./switch.js";

/** The ids of the mutants that no test has killed yet. */
export const undecided = new Set(Object.keys(plan.undecided));

const { survived: remembered } = recall();
const hashOf = (mutant: string): string => plan.undecided[mutant]?.hash as string;

export const pathOf = ({ file }: Task): string => relative(process.cwd(), file.filepath);
export const nameOf = (task: Task): string => (task === task.file ? pathOf(task) : `${pathOf(task)} > ${task.name}`);

/** Returns whether a test of a file is to run with a mutant. */
export function isFor(path: string, mutant: string): boolean {
  return undecided.has(mutant) && (!plan.own || isTestOf(path, plan.undecided[mutant]?.file as string));
}

export function kill(mutant: string, by: string): void {
  undecided.delete(mutant);
  remember({ mutant: hashOf(mutant), by });
}

/** The mutants that a test, or a file of tests, has not found in this run and in earlier ones. */
export class Survivors {
  readonly #test: string;
  readonly #before: ReadonlySet<string>;
  #fresh: string[] = [];
  #saved = performance.now();

  constructor(task: Task) {
    // The id has the path, the place in the file and the project.
    this.#test = `${task.id} ${plan.reload} ${plan.tests[pathOf(task)]}`;
    this.#before = remembered.get(this.#test) ?? new Set();
  }

  has(mutant: string): boolean {
    return this.#before.has(hashOf(mutant));
  }

  /** Adds a mutant. Saves at most once a second. */
  add(mutant: string): void {
    this.#fresh.push(hashOf(mutant));
    if (performance.now() - this.#saved > 1000) this.save();
  }

  save(): void {
    if (this.#fresh.length > 0) remember({ test: this.#test, survived: this.#fresh });
    this.#fresh = [];
    this.#saved = performance.now();
  }
}
