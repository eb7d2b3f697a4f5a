import { recall } from "./memory.js";
import type { Instrumented, Mutant } from "./mutants.js";
import type { Observation } from "./plan.js";
import type { Room } from "./rooms.js";
import { runTests } from "./run-tests.js";
import { isTestOf, testsOf } from "./tests.js";

/** The projects of test/mutation/vitest.config.ts, and the files for which their tests are run. */
const PROJECTS = [
  { project: "node", reaches: (file: string) => !file.endsWith("/web.ts") && !file.endsWith("/react-native.ts") },
  { project: "web", reaches: (file: string) => file.startsWith("src/jws/") },
  { project: "react-native", reaches: (file: string) => file.startsWith("src/jws/") },
] as const;

/** The passes over the tests of a project. The cheap ones leave less to the others. */
const PASSES = [
  { name: "tests of the same file", own: true, reload: false, slowest: 20 },
  { name: "fast tests", own: false, reload: false, slowest: 20 },
  { name: "slow tests", own: false, reload: false, slowest: Number.MAX_SAFE_INTEGER },
  { name: "tests on modules that are loaded again", own: false, reload: true, slowest: Number.MAX_SAFE_INTEGER },
] as const;

/** The fate of mutants. */
export interface Fates {
  /** The mutants that a test found. */
  readonly killed: ReadonlySet<Mutant>;
  /** The ids of mutants that tests ran just now. */
  readonly covered: ReadonlySet<string>;
  /** Whether the time was enough. If not, mutants that are not killed may still be. */
  readonly complete: boolean;
}

/**
 * Runs the tests with each mutant of files of a room that no earlier run has decided.
 *
 * @throws Error when vitest cannot run
 */
export async function measure(room: Room, files: readonly Instrumented[], deadline: number): Promise<Fates> {
  const mutants = files.flatMap((file) => file.mutants);
  const covered = new Set<string>();
  let complete = true;
  for (const { project, reaches } of PROJECTS) {
    const loading = new Set<string>();
    const milliseconds = new Map<string, number>();
    const observe = (observation: Observation): void => {
      if ("covered" in observation) {
        for (const id of observation.covered) (observation.loading ? loading : covered).add(id);
      } else if ("file" in observation) milliseconds.set(observation.file, observation.milliseconds);
      else console.log(`left out, since it fails without a mutant: ${observation.broken}: ${observation.error}`);
    };
    for (const { name, ...pass } of PASSES) {
      const { reload, own } = pass;
      const undecided = () => {
        const { killed } = recall();
        return mutants.filter(
          ({ id, file, hash }) => reaches(file) && !killed.has(hash) && (!reload || loading.has(id)),
        );
      };
      const tests = testsOf(room, reload).filter((test) => !own || files.some(({ file }) => isTestOf(test, file)));
      if (tests.length === 0) continue;
      // Whole files run for each mutant. The fast ones leave less to the slow ones.
      if (reload) tests.sort((a, b) => (milliseconds.get(a) ?? 0) - (milliseconds.get(b) ?? 0));
      const run = { ...pass, room, project, name, files, tests, deadline };
      if (!(await runTests(run, undecided, observe))) complete = false;
    }
    // What runs on loading is run by tests too.
    for (const id of loading) covered.add(id);
  }
  const { killed } = recall();
  return { killed: new Set(mutants.filter(({ hash }) => killed.has(hash))), covered, complete };
}
