import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { bareEnvironment } from "../process/bare-environment.js";
import { run } from "../process/run.js";
import { bundleFor } from "../runtimes/bundle.js";
import { openPage } from "../runtimes/drivers/chromium.js";
import { bunBinary, DENO_ENV, denoBinary } from "../runtimes/drivers/processes.js";
import { withWorker, workerdVersion } from "../runtimes/drivers/workerd.js";
import { TOOLS } from "../runtimes/install.js";
import { installPacked } from "../runtimes/packed.js";
import { Unavailable } from "../runtimes/unavailable.js";
import { WEB_CRYPTO_BUDGET } from "./budgets.js";
import { timingsOf } from "./measure.js";
import { isWithinJose, type Measurement, rounded, writeMeasured } from "./results.js";
import { interleave } from "./rounds.js";
import type { BenchmarkResult } from "./runtime-process.js";
import { dateAndVersions, describeMachine } from "./session.js";
import { CREATE_HMAC, JOSE, SUBTLE } from "./webcrypto.js";
import { OURS } from "./workload.js";

// Times minting and verifying on Bun, Deno, workerd and Chromium, with the package installed from its tarball.

/** The milliseconds of a contender in a round where the clock is coarse, or outside of the runtime. */
const LONG_ROUND = 30;

const HERE = fileURLToPath(new URL("./", import.meta.url));
const machine = describeMachine();
const measurements: Measurement[] = [];
let areAllTimed = true;
const installed = await installPacked();
const folder = await mkdtemp(join(installed, "bench-"));
try {
  const script = await processScript();
  const options = { cwd: folder, timeout: 10 * 60_000, env: bareEnvironment(DENO_ENV) };
  await time(async () => [`Bun ${TOOLS.bun.bun}`, JSON.parse(await run(await bunBinary(), [script], options))]);
  await time(async () => {
    const deno = await denoBinary();
    return [`Deno ${TOOLS.deno.deno}`, JSON.parse(await run(deno, ["run", "--no-prompt", script], options))];
  });
  await time(async () => [`workerd ${await workerdVersion()}`, await timeWorker()]);
  await time(timePage);
  if (!areAllTimed) console.log("\nnot written: the results of a runtime are missing");
  else if (process.argv.includes("--write")) {
    const contenders = measurements.flatMap(({ ratios }) => Object.keys(ratios));
    const modules = pathToFileURL(join(installed, "node_modules/"));
    writeMeasured({ elsewhere: { machine, ...dateAndVersions(contenders, modules), measurements } });
  }
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
      results.push({ title, timings: timingsOf(names, await interleave(names.length, time, LONG_ROUND)) });
    }
    return results;
  });
}

/** Times a page, in a new browser. The clock of a page advances in steps of 0.1 ms. */
async function timePage(): Promise<[string, BenchmarkResult[]]> {
  const entry = await writeEntry(
    "page.js",
    `import { timeInProcess } from ${JSON.stringify(join(HERE, "runtime-process.ts"))};
     const answer = document.createElement("p");
     answer.textContent = JSON.stringify(await timeInProcess(await webCryptoBenchmarks(ours, jose), ${LONG_ROUND}));
     answer.id = "answer";
     document.body.append(answer);`,
  );
  const { version, answer } = await openPage(await bundleFor("browser", entry));
  return [`Chromium ${version}`, JSON.parse(answer)];
}

async function writeEntry(name: string, code: string): Promise<string> {
  const entry = join(folder, name);
  const imports = `import * as ours from "livekit-claims";
    import * as jose from "jose";
    import { webCryptoBenchmarks } from ${JSON.stringify(join(HERE, "webcrypto.ts"))};`;
  await writeFile(entry, `${imports}\n${code}\n`);
  return entry;
}

/** Prints and records the results of a runtime. Says so when it is not there. */
async function time(timed: () => Promise<[runtime: string, results: BenchmarkResult[]]>): Promise<void> {
  try {
    const [runtime, results] = await timed();
    console.log(`\n${runtime}, ${process.arch}; the median of interleaved rounds`);
    for (const result of results) record(runtime, result);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    areAllTimed = false;
    console.log(`\nnot timed: ${error.message}`);
  }
}

function record(runtime: string, { title, timings }: BenchmarkResult): void {
  const ratios = Object.fromEntries(timings.map(({ name, ratio }) => [name, rounded(ratio)]));
  const measurement = { runtime: `${runtime}, ${process.arch}`, title, ratios };
  measurements.push(measurement);
  console.log(`\n${title.padEnd(26)} ${"µs".padStart(7)} ${`of ${JOSE}`.padStart(8)} ${"HMAC".padStart(6)}`);
  const timeOf = (name: string): number => timings.find((timing) => timing.name === name)?.nanoseconds ?? Number.NaN;
  const hmac = timings.some(({ name }) => name === CREATE_HMAC) ? CREATE_HMAC : SUBTLE;
  for (const { name, nanoseconds, ratio } of timings) {
    // The share of the bare HMAC in the time, using the HMAC implementation that the contender uses.
    const share = `${Math.round((100 * timeOf(name === OURS ? hmac : name === JOSE ? SUBTLE : name)) / nanoseconds)} %`;
    const time = (nanoseconds / 1000).toFixed(2);
    console.log(`  ${name.padEnd(24)} ${time.padStart(7)} ${ratio.toFixed(2).padStart(8)} ${share.padStart(6)}`);
  }
  const isMet = isWithinJose(measurement);
  if (isMet !== undefined) console.log(`  ${isMet ? "met " : "MISS"} ${ratios[OURS]} of at most ${WEB_CRYPTO_BUDGET}`);
}
