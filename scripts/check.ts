import { parseArgs } from "node:util";
import { execute } from "./process/execute.js";
import { HEAVY_STEPS, STATIC_STEPS, STEPS, type Step } from "./release/steps.js";

const USAGE = `npm run check [-- --all] [--only SCRIPT] [--results FILE]
  Runs the steps that every change must pass: the quick ones side by side, then each suite alone. Stops at the first
  failure, and otherwise prints what each step took.
  --all      also run the heavy suites, which need toolchains, a browser and registries
  --only     run only the steps of one script, such as "test:interop"
  --results  write the results of npm test to a file, as JSON`;

/** The steps that run side by side: as many as the cores of a small machine. */
const WORKERS = 2;

const { all = false, only, results } = readOptions();
const took: (readonly [name: string, seconds: number])[] = [];
const chosen = chosenSteps();
await sideBySide(chosen.filter((step) => STATIC_STEPS.includes(step)));
for (const [script, ...args] of chosen.filter((step) => !STATIC_STEPS.includes(step))) {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
  const step: Step = [script, ...(script === "test" && results !== undefined ? reporters : args)];
  console.log(`\n== npm run ${step.join(" ")}`);
  if (!(await isPassed(step, true))) fail([script]);
}
console.log(
  `\n== all passed\n${took.map(([name, seconds]) => `${seconds.toFixed(1).padStart(8)} s  ${name}`).join("\n")}`,
);
console.log("\n== done");

/** Runs steps side by side, and prints the output of each at its end. Starts no further one after a failure. */
async function sideBySide(steps: readonly Step[]): Promise<void> {
  const queue = [...steps];
  const failed: string[] = [];
  const work = async (): Promise<void> => {
    for (let step = queue.shift(); step && failed.length === 0; step = queue.shift()) {
      if (!(await isPassed(step, false))) failed.push(step[0]);
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
  if (failed.length > 0) fail(failed);
}

/** Runs a step, and records the time that it takes. */
async function isPassed(step: Step, visible: boolean): Promise<boolean> {
  const [script, ...args] = step;
  const start = performance.now();
  const { code, stdout, stderr } = await execute("npm", ["run", "--silent", script, "--", ...args], { visible });
  const seconds = (performance.now() - start) / 1000;
  took.push([step.join(" "), seconds]);
  if (!visible) console.log(`\n== npm run ${step.join(" ")}\n${`${stdout}${stderr}`.trimEnd()}`);
  console.log(`== ${script} took ${seconds.toFixed(1)} s`);
  return code === 0;
}

function fail(scripts: readonly string[]): never {
  for (const script of scripts) console.error(`\n== failed: npm run ${script}`);
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
