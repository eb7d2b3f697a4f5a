import { parseArgs } from "node:util";
import { execute } from "./process/execute.js";
import { sideBySide } from "./process/side-by-side.js";
import { HEAVY_PHASES, HEAVY_STEPS, QUICK_PHASES, STEPS, type Step } from "./release/steps.js";

const USAGE = `npm run check [-- --all] [--only SCRIPT] [--results FILE]
  Runs the steps that every change must pass, two at a time but for npm test, which uses all cores. Starts no further
  step after a failure, and otherwise prints what each step took.
  --all      also run the heavy suites, which need toolchains, a browser and registries
  --only     run only the steps of one script, such as "test:interop"
  --results  write the results of npm test to a file, as JSON`;

const { all = false, only, results } = readOptions();
const took: (readonly [name: string, seconds: number])[] = [];
const start = performance.now();
const chosen = chosenSteps();
for (const { workers, steps } of [...QUICK_PHASES, ...HEAVY_PHASES]) {
  const { failed, notRun } = await sideBySide(
    steps.filter((step) => chosen.includes(step)),
    {
      workers: only === undefined ? workers : 1,
      run: (step) => isPassed(step, only !== undefined || workers === 1),
    },
  );
  if (failed.length > 0) fail(failed);
  if (notRun.length > 0) throw new Error(`not run: ${notRun.join(", ")}`);
}
const total = (performance.now() - start) / 1000;
const lines = [...took, ["all", total] as const].map(
  ([name, seconds]) => `${seconds.toFixed(1).padStart(8)} s  ${name}`,
);
console.log(`\n== all passed\n${lines.join("\n")}\n\n== done`);

/**
 * Runs a step, and records the time that it takes.
 *
 * @param visible whether its output is printed as it comes, not at its end
 */
async function isPassed(step: Step, visible: boolean): Promise<boolean> {
  const [script, ...args] = step;
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
  const more = script === "test" && results !== undefined ? reporters : args;
  const start = performance.now();
  console.log(`\n== npm run ${[script, ...more].join(" ")}${visible ? "" : " starts"}`);
  const { code, stdout, stderr } = await execute("npm", ["run", "--silent", script, "--", ...more], { visible });
  const seconds = (performance.now() - start) / 1000;
  took.push([step.join(" "), seconds]);
  if (!visible) console.log(`\n== npm run ${step.join(" ")}\n${`${stdout}${stderr}`.trimEnd()}`);
  console.log(`== ${script} took ${seconds.toFixed(1)} s`);
  return code === 0;
}

function fail(failed: readonly Step[]): never {
  for (const step of failed) console.error(`\n== failed: npm run ${step.join(" ")}`);
  process.exit(1);
}

function chosenSteps(): readonly Step[] {
  const known = [...STEPS, ...HEAVY_STEPS];
  if (only === undefined) return all ? known : STEPS;
  const chosen = known.filter(([script]) => script === only);
  if (chosen.length === 0) refuse(`unknown step ${only}; use one of ${known.map(([script]) => script).join(", ")}`);
  return chosen;
}

function readOptions() {
  try {
    return parseArgs({
      options: { all: { type: "boolean" }, only: { type: "string" }, results: { type: "string" } },
    }).values;
  } catch (error) {
    return refuse((error as Error).message);
  }
}

function refuse(problem: string): never {
  console.error(`${problem}\n\n${USAGE}`);
  process.exit(2);
}
