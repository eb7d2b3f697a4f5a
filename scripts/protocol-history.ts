import { fileURLToPath } from "node:url";
import { cacheFolder } from "./process/cache-folder.js";
import { script } from "./process/script.js";
import { checkHistory } from "./protocol/history/check.js";
import { npmReleases } from "./protocol/history/npm-releases.js";
import { updateHistory } from "./protocol/history/update.js";

const USAGE = `npm run protocol:history [-- --check]
  (nothing)  replays the releases of @livekit/protocol that schema/protocol/history.json does not cover yet
  --check    writes nothing; fails when a member of the schemas has no release, or a replay gives another history.
             Without a registry it says what it did not check; under CI that fails`;

const schemaFolder = fileURLToPath(new URL("../schema/", import.meta.url));
const source = npmReleases(cacheFolder());

function onProgress(done: number, all: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r\x1b[K${done < all ? `downloading releases of @livekit/protocol: ${done} of ${all}` : ""}`);
}

async function update(): Promise<boolean> {
  const replayed = await updateHistory(schemaFolder, source, onProgress);
  const what = replayed.length > 5 ? `${replayed.length} releases` : replayed.join(", ");
  if (replayed.length === 0) console.log("schema/protocol/history.json is up to date");
  else console.log(`schema/protocol/history.json written; replayed ${what}`);
  return true;
}

async function check(): Promise<boolean> {
  const { problems, unchecked, newer } = await checkHistory(schemaFolder, source, onProgress);
  for (const problem of problems) console.error(problem);
  for (const what of unchecked) console.error(`not checked: ${what}`);
  if (newer.length > 0) console.log(`not covered yet: ${newer.join(", ")}; "npm run protocol:history" adds them`);
  const failed = problems.length > 0 || (unchecked.length > 0 && Boolean(process.env.CI));
  if (!failed) console.log("schema/protocol/history.json has every member of the schemas");
  return !failed;
}

await script(
  USAGE,
  (option) => option === "--check",
  (option) => (option === undefined ? update() : check()),
);
