import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { bundleSizes } from "./bench/bundle-size.js";
import { importTimes } from "./bench/import-time.js";
import { type Results, writeMeasured } from "./bench/results.js";
import { startTimes } from "./bench/start-time.js";
import { run } from "./process/run.js";
import { inTemporaryFolder } from "./process/temporary-folder.js";
import { NODE_TOOLS, nodeBinary } from "./runtimes/drivers/processes.js";

const USAGE = `npm run bench [-- --node 20,24,26]
  Measures the time to mint and verify (next to other libraries, on Node, Bun, Deno, workerd and Chromium), to
  import the package and to start the command line, and the size of a bundle. Writes the ratios to
  scripts/bench/measured.json, of which generated/docs/bench.md is made.
  --node  measure on these releases of Node, from the npm package "node", in place of those that are tested; writes
          nothing`;

const [option, versions, ...rest] = process.argv.slice(2);
if ((option !== undefined && (option !== "--node" || !versions)) || rest.length > 0) {
  console.error(USAGE);
  process.exit(2);
}

const visible = { visible: true };
const timing = ["--import", "tsx", "scripts/bench/run.ts"];
if (versions === undefined) await measureOnNode();
for (const version of versions?.split(",") ?? []) {
  await run("npx", ["--yes", `--package=node@${version}`, "--", "node", ...timing], visible);
}
const elsewhere = ["--import", "tsx", "scripts/bench/runtimes.ts"];
await run(process.execPath, versions === undefined ? [...elsewhere, "--write"] : elsewhere, visible);

console.log("\nfirst import in a fresh process (fastest of 15)");
const imports = await importTimes(["livekit-claims", "livekit-server-sdk"]);
for (const { name, milliseconds } of imports) {
  console.log(`  ${name.padEnd(24)} ${milliseconds.toFixed(1).padStart(7)} ms`);
}
const [ours, peer] = imports;
if (ours && peer)
  console.log(`  ratio ${" ".repeat(18)} ${(ours.milliseconds / peer.milliseconds).toFixed(3).padStart(7)}`);

console.log("\nstart of the command line (fastest of 15)");
const starts = await startTimes();
for (const { command, milliseconds } of starts) {
  const ratio = (milliseconds / (starts[0]?.milliseconds ?? Number.NaN)).toFixed(2);
  console.log(`  ${command.padEnd(40)} ${milliseconds.toFixed(0).padStart(7)} ms  ${ratio} of the first`);
}

console.log("\nbundle of exports and dependencies, minified and gzipped");
for (const { what, platform, gzip, budget } of await bundleSizes(process.cwd())) {
  const limit = budget === undefined ? "" : ` (budget: ${budget})`;
  console.log(`  ${what.padEnd(52)} ${platform.padEnd(8)} ${String(gzip).padStart(6)} bytes${limit}`);
}

/** Measures on each release of Node, one after the other, and writes the results when all are there. */
async function measureOnNode(): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const all: Results[] = [];
    for (const tool of NODE_TOOLS) {
      const file = join(folder, `${tool}.json`);
      await run(await nodeBinary(tool), [...timing, "--results", file], visible);
      all.push(JSON.parse(await readFile(file, "utf8")));
    }
    const [first] = all;
    if (first) writeMeasured({ node: { ...first, measurements: all.flatMap(({ measurements }) => measurements) } });
  });
}
