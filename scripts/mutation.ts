import { parseArgs } from "node:util";
import { measure } from "./mutation/measure.js";
import { forget } from "./mutation/memory.js";
import { type Instrumented, instrument } from "./mutation/mutants.js";
import {
  type FileResult,
  isOpen,
  type Results,
  readResults,
  resultOf,
  scoreOf,
  writeResults,
} from "./mutation/results.js";
import { filesOf, isRoom, ROOMS, type Room, THRESHOLDS } from "./mutation/rooms.js";

const USAGE = `npm run mutation -- [ROOM…] [--fresh]
npm run mutation -- --check [--minutes N]
  Changes the code of a room of src/ in small ways, one at a time, and counts the changes that no test notices.
  Measures the files that have changed since their results in test/mutation/results, or all files of the rooms named,
  and writes the results there.
  --fresh    forget what earlier runs of the same code and tests found, which is kept in .cache
  --check    measure only the changed files of rooms that have results, and write nothing
  --minutes  with --check: when to stop; 8 by default
Rooms: ${ROOMS.join(", ")}`;

const { named, fresh, check, minutes } = readOptions();
if (fresh) await forget();
const deadline = check ? Date.now() + minutes * 60_000 : Number.POSITIVE_INFINITY;
for (const room of named.length > 0 ? named : ROOMS) {
  const before = await readResults(room);
  if (check && Object.keys(before).length === 0) console.log(`${room}: was never measured`);
  else await measureRoom(room, before);
}

async function measureRoom(room: Room, before: Results): Promise<void> {
  const all = await instrument(filesOf(room));
  const files = named.length > 0 ? all : all.filter(({ file, fingerprint }) => before[file]?.code !== fingerprint);
  const start = Date.now();
  const fates = await measure(room, files, deadline);
  const after: Record<string, FileResult> = {};
  for (const file of all) {
    const known = before[file.file];
    after[file.file] = known !== undefined && !files.includes(file) ? known : resultOf(file, fates, known);
  }
  for (const file of files) report(file, after[file.file] as FileResult);
  const score = scoreOf(after);
  const seconds = Math.round((Date.now() - start) / 1000);
  const measured = files.length === 0 ? "nothing has changed" : `${files.length} files in ${seconds} s`;
  console.log(`${room}: ${score.toFixed(1)} % of the mutants are killed; ${measured}`);
  if (!check) await writeResults(room, after);
  if (!fates.complete) {
    console.log(`${room}: stopped after ${minutes} minutes. Run npm run mutation -- ${room}, and commit its results`);
  } else if (score < THRESHOLDS[room]) {
    console.error(`${room}: ${THRESHOLDS[room]} % are needed. Write tests that find the survivors above`);
    process.exitCode = 1;
  }
}

function report({ file }: Instrumented, { mutants, killed, survivors }: FileResult): void {
  console.log(`${file}: ${killed} of ${mutants}`);
  for (const { line, mutator, original, replacement, reason } of survivors) {
    if (isOpen(reason)) console.log(`  ${file}:${line} ${mutator}: ${original} => ${replacement} (${reason})`);
  }
}

function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { fresh: { type: "boolean" }, check: { type: "boolean" }, minutes: { type: "string" } },
    });
    const { fresh = false, check = false, minutes = "8" } = values;
    const unknown = positionals.filter((name) => !isRoom(name));
    if (unknown.length > 0) throw new Error(`${unknown.join(", ")}: no room that is measured`);
    if (!(Number(minutes) > 0)) throw new Error("--minutes must be a number above 0");
    return { named: positionals.filter(isRoom), fresh, check, minutes: Number(minutes) };
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    process.exit(2);
  }
}
