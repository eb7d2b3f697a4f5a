import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, release, type } from "node:os";
import { jsonText } from "../emit/output/json-text.js";
import { PEER } from "./budgets.js";
import { benchmarks } from "./contenders.js";
import { measure } from "./measure.js";
import { MEASURED, type Measured, type Measurement, verdicts } from "./results.js";
import { ROUNDS } from "./rounds.js";
import { OURS } from "./workload.js";

// Times the built package. Its types are those of the source, so that type checks need no build.
const entry: string = "livekit-claims";
const ours = (await import(entry)) as typeof import("../../src/index.js");

const load = (loadavg()[0] ?? 0).toFixed(1);
const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${type()} ${release().split("-")[0]}, load ${load} before the run`;
const runtime = `Node ${process.versions.node}, ${process.arch}`;
console.log(`\n${runtime}; the median of ${ROUNDS} interleaved rounds, in processor time\n${machine}`);

const measurements: Measurement[] = [];
const names = new Set<string>();
for (const [title, contenders] of await benchmarks(ours)) {
  const timings = await measure(contenders);
  console.log(`\n${title.padEnd(26)} ${"µs".padStart(7)} ${"of the floor".padStart(13)}`);
  for (const { name, nanoseconds, ratio } of timings) {
    names.add(name);
    const numbers = `${(nanoseconds / 1000).toFixed(2).padStart(7)} ${ratio.toFixed(2).padStart(13)}`;
    console.log(`  ${name.padEnd(24)} ${numbers}`);
  }
  const ratios = timings.map(({ name, ratio }) => [name, Math.round(ratio * 100) / 100] as const);
  measurements.push({ runtime, title, ratios: Object.fromEntries(ratios) });
}

console.log("\nbudgets");
for (const { title, ratio, budget, peer, isMet } of verdicts({ measurements })) {
  console.log(`  ${isMet ? "met " : "MISS"} ${title.padEnd(26)} ${ratio} of at most ${budget}; ${PEER} ${peer}`);
}

if (process.argv.includes("--write")) {
  const date = new Date().toISOString().slice(0, 10);
  const measured: Measured = { machine, date, versions: versionsOf([...names]), measurements };
  writeFileSync(MEASURED, jsonText(measured));
}

/** Returns the installed versions of those contenders that are packages. */
function versionsOf(packages: readonly string[]): Record<string, string> {
  const manifests = new URL("../../node_modules/", import.meta.url);
  return Object.fromEntries(
    packages.flatMap((name) => {
      if (name.includes(" ")) return [];
      const file =
        name === OURS ? new URL("../../package.json", import.meta.url) : new URL(`${name}/package.json`, manifests);
      return [[name, JSON.parse(readFileSync(file, "utf8")).version as string] as const];
    }),
  );
}
