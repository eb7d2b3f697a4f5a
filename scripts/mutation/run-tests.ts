import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { execute } from "../process/execute.js";
import { inTemporaryFolder } from "../process/temporary-folder.js";
import { readLines, recall, remember } from "./memory.js";
import type { Instrumented, Mutant } from "./mutants.js";
import { type Observation, PLAN_VARIABLE, type Plan } from "./plan.js";
import type { Room } from "./rooms.js";
import { versionsOf } from "./tests.js";

export interface Run {
  /** A word for the lines about progress. */
  readonly name: string;
  readonly room: Room;
  /** A project of test/mutation/vitest.config.ts. */
  readonly project: string;
  readonly files: readonly Instrumented[];
  readonly reload: boolean;
  /** Whether tests run only with the mutants of the file that they are for by their name. */
  readonly own: boolean;
  /** The most milliseconds that a test may take without mutants to run with them. */
  readonly slowest: number;
  /** The files of tests in the order to run them. */
  readonly tests: readonly string[];
  readonly deadline: number;
}

/** The milliseconds between two lines about progress. */
const INTERVAL = 15_000;

/**
 * Runs vitest until each mutant has been on in each test. Returns whether the time was enough.
 *
 * @param undecided returns the mutants that are not known to be killed by now
 * @throws Error when vitest ends without a result, and no mutant is the cause
 */
export async function runTests(
  run: Run,
  undecided: () => readonly Mutant[],
  observe: (observation: Observation) => void,
): Promise<boolean> {
  for (let start = Date.now(); ; ) {
    const mutants = undecided();
    if (mutants.length === 0) return true;
    if (Date.now() >= run.deadline) return false;
    const { observations, code, output, active } = await inTemporaryFolder((folder) =>
      vitest(run, mutants, folder, start),
    );
    for (const observation of observations) observe(observation);
    if (Date.now() >= run.deadline) return false;
    // A mutant that never ends or fills the memory ends the process. The next run does without it.
    const culprit = mutants.find(({ id }) => id === active);
    if (culprit) remember({ mutant: culprit.hash, by: "a test that does not end" });
    else if (code === 0) return true;
    else throw new Error(output.slice(-4000));
  }
}

interface Ended {
  readonly observations: readonly Observation[];
  readonly code: number | null;
  readonly output: string;
  /** The id of the mutant that was on at the end, or an empty text. */
  readonly active: string;
}

async function vitest(run: Run, undecided: readonly Mutant[], folder: string, start: number): Promise<Ended> {
  const { project, files, reload, own, slowest, tests, deadline } = run;
  const [log, active, path] = [join(folder, "log.jsonl"), join(folder, "active"), join(folder, "plan.json")];
  const plan: Plan = {
    code: Object.fromEntries(files.map(({ file, code }) => [resolve(file), code])),
    undecided: Object.fromEntries(undecided.map(({ id, hash, file }) => [id, { hash, file }])),
    reload,
    own,
    slowest,
    tests: versionsOf(tests),
    active,
    log,
  };
  await writeFile(path, JSON.stringify(plan));
  await writeFile(active, "");
  const seconds = () => Math.round((Date.now() - start) / 1000);
  const progress = setInterval(() => {
    const { killed } = recall();
    const left = undecided.filter(({ hash }) => !killed.has(hash)).length;
    const done = readLines<Observation>(log).filter((observation) => "file" in observation).length;
    console.log(`${run.room}, ${run.name}: ${left} mutants after ${done} of ${tests.length} files; ${seconds()} s`);
  }, INTERVAL);
  try {
    const { code, stdout, stderr } = await execute(
      "npx",
      ["vitest", "run", "-c", "test/mutation/vitest.config.ts", "--project", project, "--reporter=dot"],
      {
        env: { ...process.env, [PLAN_VARIABLE]: path },
        tether: true,
        ...(Number.isFinite(deadline) && { timeout: deadline - Date.now() }),
      },
    );
    const last = (await readFile(active, "utf8")).trim();
    return { observations: readLines(log), code, output: `${stdout}\n${stderr}`, active: last };
  } finally {
    clearInterval(progress);
  }
}
