import { PEER } from "./budgets.js";
import { benchmarks } from "./contenders.js";
import { measure } from "./measure.js";
import { type Measurement, rounded, verdicts, writeMeasured } from "./results.js";
import { ROUNDS } from "./rounds.js";
import { dateAndVersions, describeMachine } from "./session.js";

// Times the built package. Its types are those of the source, so that type checks need no build.
const entry: string = "livekit-claims";
const ours = (await import(entry)) as typeof import("../../src/index.js");

const machine = describeMachine();
const runtime = `Node ${process.versions.node}, ${process.arch}`;
console.log(`\n${runtime}; the median of ${ROUNDS} interleaved rounds, in processor time\n${machine}`);

const measurements: Measurement[] = [];
for (const [title, contenders] of await benchmarks(ours)) {
  const timings = await measure(contenders);
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

if (process.argv.includes("--write")) {
  const contenders = measurements.flatMap(({ ratios }) => Object.keys(ratios));
  writeMeasured({ node: { machine, ...dateAndVersions(contenders), measurements } });
}
