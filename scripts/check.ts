import { run } from "./process/run.js";

const USAGE = `npm run check [-- --all] [--results FILE]
  runs what every change must pass, the quick steps first, up to the first that fails
  --all      also runs the heavy suites, which need toolchains, a browser and registries
  --results  writes the results of npm test to a file, as JSON`;

/** The steps of the gate: scripts of package.json. */
const STEPS = [
  ["lint"],
  ["floors"],
  ["typecheck"],
  ["protocol:import", "--check"],
  ["protocol:history", "--check"],
  ["protocol:drift", "--check"],
  ["generate", "--check"],
  ["schema:release", "--check"],
  ["test"],
  ["test:readme"],
  ["package"],
] as const;

const HEAVY = [
  // A new grant is a change of the API, which is reported after it was generated and checked.
  ["api", "--check"],
  ["test:outside"],
  ["fuzz", "--seconds", "30", "--seed", "1"],
  ["fuzz", "--seconds", "30"],
  ["test:add-grant"],
  ["test:update"],
  ["test:coverage"],
  ["coverage", "--check"],
  ["test:interop"],
  ["test:languages"],
  ["readme:runtimes", "--check"],
  ["test:runtimes"],
] as const;

const { all, results } = readOptions(process.argv.slice(2));
for (const [script, ...args] of [...STEPS, ...(all ? HEAVY : [])]) {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
  await step(script, script === "test" && results !== undefined ? reporters : args);
}
console.log("\n== done");

async function step(script: string, args: readonly string[]): Promise<void> {
  console.log(`\n== npm run ${[script, ...args].join(" ")}`);
  const start = performance.now();
  try {
    await run("npm", ["run", "--silent", script, "--", ...args], { visible: true });
  } catch {
    // Why was printed by the step.
    console.error(`\n== failed: npm run ${script}`);
    process.exit(1);
  }
  console.log(`== ${script} took ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

function readOptions(argv: readonly string[]): { all: boolean; results: string | undefined } {
  const all = argv[0] === "--all";
  const [option, results, ...more] = all ? argv.slice(1) : argv;
  if (more.length > 0 || (option !== undefined && (option !== "--results" || results === undefined))) {
    console.error(USAGE);
    process.exit(2);
  }
  return { all, results };
}
