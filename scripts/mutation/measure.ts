import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { execute } from "../process/execute.js";
import type { Instrumented, Mutant } from "./mutants.js";
import { type Kill, type Observation, PLAN_VARIABLE, type Plan } from "./plan.js";
import type { Room } from "./rooms.js";
import { testsOf } from "./tests.js";

/** The projects of test/mutation/vitest.config.ts, and the files for which their tests are run. */
const PROJECTS = [
  { project: "node", reaches: (file: string) => !file.endsWith("/web.ts") && !file.endsWith("/react-native.ts") },
  { project: "web", reaches: (file: string) => file.startsWith("src/jws/") },
  { project: "react-native", reaches: (file: string) => file.startsWith("src/jws/") },
] as const;

/** Kills of earlier runs. A run that was interrupted goes on where it was, and one after new tests starts from there. */
const KILLS = resolve(".cache", "mutation.jsonl");

/** The fate of mutants. */
export interface Fates {
  /** The mutants that a test found. */
  readonly killed: ReadonlySet<Mutant>;
  /** The ids of mutants that tests ran just now. */
  readonly covered: ReadonlySet<string>;
  /** Whether the time was enough. If not, mutants that are not killed may still be. */
  readonly complete: boolean;
}

/** Forgets the kills of earlier runs. */
export async function forgetKills(): Promise<void> {
  await rm(KILLS, { force: true });
}

/**
 * Runs the tests with each mutant of files of a room that is not known to be killed.
 *
 * @throws Error when a test fails without any mutant, or vitest cannot run
 */
export async function measure(room: Room, files: readonly Instrumented[], deadline: number): Promise<Fates> {
  await mkdir(dirname(KILLS), { recursive: true });
  await appendFile(KILLS, "");
  const mutants = files.flatMap((file) => file.mutants);
  const covered = new Set<string>();
  let complete = true;
  for (const { project, reaches } of PROJECTS) {
    const loading = new Set<string>();
    for (const reload of [false, true]) {
      const remaining = async () => {
        const killed = await readKills();
        return mutants.filter(
          ({ id, file, hash }) => reaches(file) && !killed.has(hash) && (!reload || loading.has(id)),
        );
      };
      const observe = (observations: readonly Observation[]): void => {
        for (const observation of observations) {
          if ("broken" in observation) {
            console.log(`left out, since it fails without a mutant: ${observation.broken}: ${observation.error}`);
          } else for (const id of observation.covered) (observation.loading ? loading : covered).add(id);
        }
      };
      if (!(await runAll({ room, project, files, reload, deadline }, remaining, observe))) complete = false;
    }
    // What runs on loading is run by tests too.
    for (const id of loading) covered.add(id);
  }
  const killed = await readKills();
  return {
    killed: new Set(mutants.filter(({ hash }) => killed.has(hash))),
    covered,
    complete,
  };
}

interface Run {
  readonly room: Room;
  readonly project: string;
  readonly files: readonly Instrumented[];
  readonly reload: boolean;
  readonly deadline: number;
}

/** Runs vitest until each mutant has been on in each test. Returns whether the time was enough. */
async function runAll(
  run: Run,
  remaining: () => Promise<readonly Mutant[]>,
  observe: (observations: readonly Observation[]) => void,
): Promise<boolean> {
  for (;;) {
    const undecided = await remaining();
    if (undecided.length === 0) return true;
    if (Date.now() >= run.deadline) return false;
    const { observations, code, output } = await runTests(run, undecided);
    observe(observations);
    if (code === 0) return true;
    // A mutant that never ends kills the process. The next run does without it.
    const isStuck = (await remaining()).length < undecided.length && output.includes("unexpectedly");
    if (!isStuck && Date.now() < run.deadline) throw new Error(output);
  }
}

async function runTests(
  { room, project, files, reload, deadline }: Run,
  undecided: readonly Mutant[],
): Promise<{ observations: Observation[]; code: number | null; output: string }> {
  const folder = await mkdtemp(join(tmpdir(), "livekit-claims-mutation-"));
  try {
    const log = join(folder, "log.jsonl");
    const plan: Plan = {
      code: Object.fromEntries(files.map(({ file, code }) => [resolve(file), code])),
      undecided: Object.fromEntries(undecided.map(({ id, hash }) => [id, hash])),
      reload,
      tests: testsOf(room, reload),
      kills: KILLS,
      log,
    };
    await writeFile(log, "");
    await writeFile(join(folder, "plan.json"), JSON.stringify(plan));
    const { code, stdout, stderr } = await execute(
      "npx",
      ["vitest", "run", "-c", "test/mutation/vitest.config.ts", "--project", project, "--reporter=dot"],
      {
        env: { ...process.env, [PLAN_VARIABLE]: join(folder, "plan.json") },
        tether: true,
        ...(Number.isFinite(deadline) && { timeout: deadline - Date.now() }),
      },
    );
    return { observations: await readLines(log), code, output: `${stdout}\n${stderr}` };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readKills(): Promise<ReadonlySet<string>> {
  return new Set((await readLines<Kill>(KILLS)).map(({ mutant }) => mutant));
}

async function readLines<Line>(path: string): Promise<Line[]> {
  const lines = (await readFile(path, "utf8")).split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line));
}
