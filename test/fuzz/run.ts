import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import * as fc from "fast-check";
import { findGrowth } from "./growth.js";
import type { Layer } from "./layer.js";
import { builds } from "./layers/builds.js";
import { bundleRules } from "./layers/bundle.js";
import { form } from "./layers/form.js";
import { header } from "./layers/header.js";
import { json } from "./layers/json.js";
import { lintLayer } from "./layers/lint.js";
import { roomConfigInGo, roomConfigInProtobufEs } from "./layers/room-config.js";
import { time } from "./layers/time.js";

const USAGE = `npm run fuzz -- [--seconds N] [--seed S]
  --seconds N  how long to look for new cases; 60 unless set. It ends within 20 seconds more
  --seed S     the seed to start from, a whole number; a fresh one, which is printed, unless set`;

const LAYERS: readonly Layer[] = [form, header, time, json, roomConfigInProtobufEs, builds, bundleRules, lintLayer];

/** Counterexamples of earlier runs, by layer. Every run begins with them. */
const FOUND = new URL("./found.json", import.meta.url);
type Found = Record<string, unknown[]>;

const { seconds, seed } = readOptions();
console.log(`fuzz: ${seconds} s from seed ${seed}`);
const found: Found = JSON.parse(await readFile(FOUND, "utf8"));
const go = await roomConfigInGo.start();
const layers = go === undefined ? LAYERS : [...LAYERS, go];
// The growth check takes one share of the time as well.
const share = (seconds * 1000) / (layers.length + 1);
let total = 0;
let failed = 0;
for (const layer of layers) await run(layer);
await go?.stop();
const growth = await findGrowth(seed, Date.now() + share);
for (const fault of growth.faults) console.error(`growth: the cost of ${fault} grows faster than its size`);
failed += growth.faults.length;
console.log(`${"growth".padEnd(26)} ${String(growth.tried).padStart(8)} pairs of a function and a shape of input`);
console.log(`${total} cases, ${failed} failures`);
if (failed > 0) process.exitCode = 1;

async function run(layer: Layer): Promise<void> {
  const before = found[layer.name] ?? [];
  for (const testCase of before) {
    try {
      await layer.check(testCase);
    } catch (error) {
      failed++;
      console.error(`${layer.name}: a case of found.json fails again: ${(error as Error).message}`);
    }
  }
  const result = await fc.check(fc.asyncProperty(layer.cases, layer.check as (value: unknown) => Promise<void>), {
    seed,
    numRuns: 100_000_000,
    interruptAfterTimeLimit: share,
  });
  total += result.numRuns;
  console.log(`${layer.name.padEnd(26)} ${String(result.numRuns).padStart(8)} cases`);
  if (!result.failed || result.counterexample === null) return;
  failed++;
  const [smallest] = result.counterexample;
  console.error(`${layer.name}: ${(result.errorInstance as Error).message}\n${JSON.stringify(smallest)}`);
  console.error(
    "This smallest case is now in test/fuzz/found.json, with which every run begins: commit it with the fix. Add a token, or a room configuration, to the table of its layer in scripts/vectors/ too, so that all SDKs are tested with it: CONTRIBUTING.md says how under “a conformance vector”.",
  );
  found[layer.name] = [...before, smallest];
  await writeFile(FOUND, `${JSON.stringify(found, null, 2)}\n`);
}

function readOptions(): { seconds: number; seed: number } {
  const fresh = Math.floor(Math.random() * 2 ** 31);
  try {
    const { values } = parseArgs({ options: { seconds: { type: "string" }, seed: { type: "string" } } });
    const read = { seconds: Number(values.seconds ?? 60), seed: Number(values.seed ?? fresh) };
    if (read.seconds > 0 && Number.isInteger(read.seed)) return read;
  } catch {
    // An unknown option: the usage says which there are.
  }
  console.error(USAGE);
  process.exit(2);
}
