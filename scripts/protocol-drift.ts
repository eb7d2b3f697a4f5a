import { fileURLToPath } from "node:url";
import { script } from "./process/script.js";
import { findDrift } from "./protocol/drift/find-drift.js";
import { readPostponed, staleReasons } from "./protocol/drift/postponed.js";
import { readImported } from "./protocol/imported.js";
import { listedReleases, PROTOCOL_MODULE } from "./protocol/module/go-client.js";

const USAGE = `npm run protocol:drift [-- --check]
  Fails when the Go module proxy has a newer release of ${PROTOCOL_MODULE} than the imported one, unless
  schema/protocol/postponed.tsv postpones it. Needs only Node and Go.
  --check  fail when a line of that file no longer has an effect; needs no network`;

const schemaFolder = fileURLToPath(new URL("../schema/", import.meta.url));
const today = new Date().toISOString().slice(0, 10);

await script(
  USAGE,
  (option) => option === "--check",
  (option) => (option === "--check" ? check() : drift()),
);

async function drift(): Promise<boolean> {
  const { release } = await readImported(schemaFolder);
  const newest = (await listedReleases(PROTOCOL_MODULE)).at(-1) ?? release;
  const { text, isDone } = findDrift({ release, newest, today, postponed: await readPostponed(schemaFolder) });
  console.log(text);
  return isDone;
}

async function check(): Promise<boolean> {
  const { release } = await readImported(schemaFolder);
  const stale = staleReasons(await readPostponed(schemaFolder), release, today);
  for (const reason of stale) console.error(reason);
  if (stale.length === 0) console.log("no line of schema/protocol/postponed.tsv is out of date");
  return stale.length === 0;
}
