import { writeFileSync } from "node:fs";
import { run } from "../process/run.js";
import { PEER } from "./budgets.js";
import { ours } from "./built-package.js";
import { benchmarks } from "./contenders.js";
import type { Timing } from "./measure.js";
import { type Measurement, type Results, rounded, verdicts } from "./results.js";
import { ROUNDS } from "./rounds.js";
import { dateAndVersions, describeMachine } from "./session.js";

// Times all benchmarks on this release of Node. Each library is timed next to the floor alone, in a process of its own: the
// garbage of another one, and what it leaves in the optimizer, would change its ratio by a fifth.

const machine = describeMachine();
const runtime = `Node ${process.versions.node}, ${process.arch}`;
console.log(`\n${runtime}; the median of ${ROUNDS} interleaved rounds, in processor time\n${machine}`);

const measurements: Measurement[] = [];
for (const [title, [, ...others]] of await benchmarks(ours)) {
  const timings: Timing[] = [];
  for (const { name } of others) {
    const [floor, timing] = await timePair(title, name);
    timings.push(...(timings.length === 0 ? [floor, timing] : [timing]));
  }
  console.log(`\n${title.padEnd(26)} ${"µs".padStart(7)} ${"of the floor".padStart(13)}`);
  for (const { name, nanoseconds, ratio } of timings) {
    const numbers = `${(nanoseconds / 1000).toFixed(2).padStart(7)} ${ratio.toFixed(2).padStart(13)}`;
    console.log(`  ${name.padEnd(24)} ${numbers}`);
  }
  const ratios = timings.map(({ name, ratio }) => [name, rounded(ratio)] as const);
  measurements.push({ runtime, title, ratios: Object.fromEntries(ratios) });
}

console.log("\nbudgets");
for (const { title, ratio, budget, peer, isMet } of verdicts({ measurements })) {
  console.log(`  ${isMet ? "met " : "MISS"} ${title.padEnd(26)} ${ratio} of at most ${budget}; ${PEER} ${peer}`);
}

const [option, file] = process.argv.slice(2);
if (option === "--results" && file !== undefined) {
  const contenders = measurements.flatMap(({ ratios }) => Object.keys(ratios));
  const results: Results = { machine, ...dateAndVersions(contenders), measurements };
  writeFileSync(file, JSON.stringify(results));
}

async function timePair(title: string, name: string): Promise<[floor: Timing, timing: Timing]> {
  return JSON.parse(await run(process.execPath, ["--import", "tsx", "scripts/bench/run-one.ts", title, name]));
}
