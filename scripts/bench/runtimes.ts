import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { bareEnvironment } from "../process/bare-environment.js";
import { run } from "../process/run.js";
import { bundleFor } from "../runtimes/bundle.js";
import { bunBinary, DENO_ENV, denoBinary } from "../runtimes/drivers/processes.js";
import { withWorker, workerdVersion } from "../runtimes/drivers/workerd.js";
import { TOOLS } from "../runtimes/install.js";
import { installPacked } from "../runtimes/packed.js";
import { Unavailable } from "../runtimes/unavailable.js";
import { timingsOf } from "./measure.js";
import { interleave } from "./rounds.js";
import type { BenchmarkResult } from "./runtime-process.js";
import { CREATE_HMAC, SUBTLE } from "./webcrypto.js";
import { OURS } from "./workload.js";

// Times minting and verifying on Bun, Deno and workerd, with the package installed from its tarball.

const HERE = fileURLToPath(new URL("./", import.meta.url));
const folder = await mkdtemp(join(await installPacked(), "bench-"));
try {
  const script = await processScript();
  const options = { cwd: folder, timeout: 10 * 60_000, env: bareEnvironment(DENO_ENV) };
  await printTimings(`Bun ${TOOLS.bun.bun}`, async () => JSON.parse(await run(await bunBinary(), [script], options)));
  await printTimings(`Deno ${TOOLS.deno.deno}`, async () =>
    JSON.parse(await run(await denoBinary(), ["run", "--no-prompt", script], options)),
  );
  await printTimings(`workerd ${await workerdVersion()}`, timeWorker);
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Writes a script that prints the timings, for runtimes that resolve packages themselves: Bun, Deno. */
async function processScript(): Promise<string> {
  const entry = await writeEntry(
    "process.js",
    `import { timeInProcess } from ${JSON.stringify(join(HERE, "runtime-process.ts"))};
     console.log(JSON.stringify(await timeInProcess(await webCryptoBenchmarks(ours, jose))));`,
  );
  const outfile = join(folder, "bundled.js");
  const external = ["livekit-claims", "jose"];
  await build({ entryPoints: [entry], outfile, external, bundle: true, format: "esm", platform: "neutral" });
  return outfile;
}

/** Times the worker from outside, and subtracts the time of a request that does nothing. */
async function timeWorker(): Promise<BenchmarkResult[]> {
  const entry = await writeEntry(
    "worker.js",
    `import { respond } from ${JSON.stringify(join(HERE, "runtime-worker.ts"))};
     let benchmarks;
     export default {
       fetch: async (request) => respond(request, await (benchmarks ??= webCryptoBenchmarks(ours, jose))),
     };`,
  );
  return withWorker(await bundleFor("worker", entry), async (fetchPath) => {
    const benchmarks: { title: string; names: string[] }[] = JSON.parse(await fetchPath("/"));
    const request = async (benchmark: number, contender: number, operations: number) => {
      const start = performance.now();
      await fetchPath(`/?benchmark=${benchmark}&contender=${contender}&operations=${operations}`);
      return (performance.now() - start) * 1e6;
    };
    let idle = Number.POSITIVE_INFINITY;
    for (let i = 0; i < 200; i++) idle = Math.min(idle, await request(0, 0, 0));
    const results: BenchmarkResult[] = [];
    for (const [benchmark, { title, names }] of benchmarks.entries()) {
      const time = async (index: number, count: number) => (await request(benchmark, index, count)) - idle;
      results.push({ title, timings: timingsOf(names, await interleave(names.length, time, 30)) });
    }
    return results;
  });
}

async function writeEntry(name: string, code: string): Promise<string> {
  const entry = join(folder, name);
  const imports = `import * as ours from "livekit-claims";
    import * as jose from "jose";
    import { webCryptoBenchmarks } from ${JSON.stringify(join(HERE, "webcrypto.ts"))};`;
  await writeFile(entry, `${imports}\n${code}\n`);
  return entry;
}

async function printTimings(runtime: string, time: () => Promise<BenchmarkResult[]>): Promise<void> {
  let results: BenchmarkResult[];
  try {
    results = await time();
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    console.log(`\n${runtime}: not timed: ${error.message}`);
    return;
  }
  console.log(`\n${runtime}, ${process.arch}; the median of interleaved rounds`);
  for (const { title, timings } of results) {
    const timeOf = (name: string): number => timings.find((timing) => timing.name === name)?.nanoseconds ?? Number.NaN;
    const hmac = timings.some(({ name }) => name === CREATE_HMAC) ? CREATE_HMAC : SUBTLE;
    console.log(
      `\n${title.padEnd(26)} ${"µs".padStart(7)} ${"of the floor".padStart(13)} ${"of ours".padStart(8)} ${"HMAC".padStart(6)}`,
    );
    for (const { name, nanoseconds } of timings) {
      const ratio = (other: string) => (nanoseconds / timeOf(other)).toFixed(2);
      // The share of the bare HMAC in the time, using the HMAC implementation that the contender uses.
      const share = `${Math.round((100 * timeOf(name === OURS ? hmac : name === "jose" ? SUBTLE : name)) / nanoseconds)} %`;
      console.log(
        `  ${name.padEnd(24)} ${(nanoseconds / 1000).toFixed(2).padStart(7)} ${ratio(SUBTLE).padStart(13)} ${ratio(OURS).padStart(8)} ${share.padStart(6)}`,
      );
    }
  }
}
