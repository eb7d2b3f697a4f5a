import { benchmarks, FLOOR } from "./contenders.js";
import { measure } from "./measure.js";
import { OURS } from "./workload.js";

// Times the built package. Its types are those of the source, so that type checks need no build.
const entry: string = "livekit-claims";
const ours = (await import(entry)) as typeof import("../../src/index.js");

console.log(`\nNode ${process.versions.node}, ${process.arch}; the fastest of 25 interleaved rounds`);
for (const [title, contenders] of await benchmarks(ours)) {
  const timings = await measure(contenders);
  const timeOf = (name: string): number => timings.find((timing) => timing.name === name)?.nanoseconds ?? Number.NaN;
  console.log(`\n${title.padEnd(26)} ${"µs".padStart(7)} ${"of the floor".padStart(13)} ${"of ours".padStart(8)}`);
  for (const { name, nanoseconds } of timings) {
    const ratio = (other: string) => (nanoseconds / timeOf(other)).toFixed(2);
    console.log(
      `  ${name.padEnd(24)} ${(nanoseconds / 1000).toFixed(2).padStart(7)} ${ratio(FLOOR).padStart(13)} ${ratio(OURS).padStart(8)}`,
    );
  }
}
