import { parseArgs } from "node:util";
import { run } from "./process/run.js";
import { HEAVY_STEPS, STEPS, type Step } from "./release/steps.js";

const USAGE = `npm run check [-- --all] [--only SCRIPT] [--results FILE]
  Runs the steps that every change must pass, quick ones first. Stops at the first failure.
  --all      also run the heavy suites, which need toolchains, a browser and registries
  --only     run only the steps of one script, such as "test:interop"
  --results  write the results of npm test to a file, as JSON`;

const { all = false, only, results } = readOptions();
for (const [script, ...args] of chosenSteps()) {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
  await step(script, script === "test" && results !== undefined ? reporters : args);
}
console.log("\n== done");

function chosenSteps(): readonly Step[] {
  const known = [...STEPS, ...HEAVY_STEPS];
  if (only === undefined) return all ? known : STEPS;
  const chosen = known.filter(([script]) => script === only);
  if (chosen.length === 0) fail(`unknown step ${only}; use one of ${known.map(([script]) => script).join(", ")}`);
  return chosen;
}

async function step(script: string, args: readonly string[]): Promise<void> {
  console.log(`\n== npm run ${[script, ...args].join(" ")}`);
  const start = performance.now();
  try {
    await run("npm", ["run", "--silent", script, "--", ...args], { visible: true });
  } catch {
    // The step has printed the reason.
    console.error(`\n== failed: npm run ${script}`);
    process.exit(1);
  }
  console.log(`== ${script} took ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

function readOptions() {
  try {
    return parseArgs({
      options: { all: { type: "boolean" }, only: { type: "string" }, results: { type: "string" } },
    }).values;
  } catch (error) {
    return fail((error as Error).message);
  }
}

function fail(problem: string): never {
  console.error(`${problem}\n\n${USAGE}`);
  process.exit(2);
}
