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
import { interleave } from "./rounds.js";
import type { Timed } from "./runtime-process.js";
import { CREATE_HMAC, SUBTLE } from "./webcrypto.js";
import { OURS } from "./workload.js";

// Times minting and verifying on Bun, Deno and workerd, with the packed package as its users get it.

const HERE = fileURLToPath(new URL("./", import.meta.url));
const folder = await mkdtemp(join(await installPacked(), "bench-"));
try {
  const script = await processScript();
  const options = { cwd: folder, timeout: 10 * 60_000, env: bareEnvironment(DENO_ENV) };
  await show(`Bun ${TOOLS.bun.bun}`, async () => JSON.parse(await run(await bunBinary(), [script], options)));
  await show(`Deno ${TOOLS.deno.deno}`, async () =>
    JSON.parse(await run(await denoBinary(), ["run", "--no-prompt", script], options)),
  );
  await show(`workerd ${await workerdVersion()}`, timeWorker);
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** A module that prints the timings, for runtimes that resolve packages by themselves. */
async function processScript(): Promise<string> {
  const entry = await writeEntry(
    "process.js",
    `import { timeHere } from ${JSON.stringify(join(HERE, "runtime-process.ts"))};
     console.log(JSON.stringify(await timeHere(await webCryptoBenchmarks(ours, jose))));`,
  );
  const outfile = join(folder, "bundled.js");
  const external = ["livekit-claims", "jose"];
  await build({ entryPoints: [entry], outfile, external, bundle: true, format: "esm", platform: "neutral" });
  return outfile;
}

/** Timed from outside, less what a request takes that does nothing. */
async function timeWorker(): Promise<Timed[]> {
  const entry = await writeEntry(
    "worker.js",
    `import { answer } from ${JSON.stringify(join(HERE, "runtime-worker.ts"))};
     let benchmarks;
     export default {
       fetch: async (request) => answer(request, await (benchmarks ??= webCryptoBenchmarks(ours, jose))),
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
    const timed: Timed[] = [];
    for (const [benchmark, { title, names }] of benchmarks.entries()) {
      const time = async (index: number, count: number) => (await request(benchmark, index, count)) - idle;
      const fastest = await interleave(names.length, time, 60);
      timed.push({ title, timings: names.map((name, index) => ({ name, nanoseconds: fastest[index] as number })) });
    }
    return timed;
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

async function show(runtime: string, time: () => Promise<Timed[]>): Promise<void> {
  let timed: Timed[];
  try {
    timed = await time();
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    console.log(`\n${runtime}: not timed, for it cannot be had here: ${error.message}`);
    return;
  }
  console.log(`\n${runtime}, ${process.arch}; the fastest of 25 interleaved rounds`);
  for (const { title, timings } of timed) {
    const of = (name: string): number => timings.find((timing) => timing.name === name)?.nanoseconds ?? Number.NaN;
    const own = timings.some(({ name }) => name === CREATE_HMAC) ? CREATE_HMAC : SUBTLE;
    console.log(
      `\n${title.padEnd(26)} ${"µs".padStart(7)} ${"of the floor".padStart(13)} ${"of ours".padStart(8)} ${"HMAC".padStart(6)}`,
    );
    for (const { name, nanoseconds } of timings) {
      const ratio = (other: string) => (nanoseconds / of(other)).toFixed(2);
      // The part of the time that the bare HMAC takes, by the means that the contender has.
      const share = `${Math.round((100 * of(name === OURS ? own : name === "jose" ? SUBTLE : name)) / nanoseconds)} %`;
      console.log(
        `  ${name.padEnd(24)} ${(nanoseconds / 1000).toFixed(2).padStart(7)} ${ratio(SUBTLE).padStart(13)} ${ratio(OURS).padStart(8)} ${share.padStart(6)}`,
      );
    }
  }
}
