import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { diffSchemas, formatDiff } from "../src/schema-diff/diff-schemas.js";
import { readFacts } from "./model/history/facts.js";
import { load } from "./model/load.js";
import { progressOnTerminal } from "./process/progress.js";
import { run } from "./process/run.js";
import { script } from "./process/script.js";
import { claimProblems } from "./protocol/history/claim-problems.js";
import { leftOutProblems } from "./protocol/history/left-out-problems.js";
import { importMessages } from "./protocol/import.js";
import { readImported } from "./protocol/imported.js";
import { readLeftOut } from "./protocol/left-out.js";
import { PROTOCOL_MODULE } from "./protocol/module/go-client.js";
import { draftChangelog } from "./protocol/update/changelog.js";
import { mentionLines } from "./protocol/update/mentions.js";
import { type Moved, moveSchemas } from "./protocol/update/update.js";

const USAGE = `npm run protocol:update [-- VERSION]
  Updates to a release of the Go module ${PROTOCOL_MODULE} (default: the newest): the imported messages and
  their schema, the entries of the overlay, the history, the servers, generated/, and lines in CHANGELOG.md. Prints the
  changes, the version step that they require, and what is left to do. Needs Go and a module proxy, unless VERSION is
  imported already. A second run changes nothing and downloads nothing`;

const NEXT = `Then run these commands; the second line needs the toolchains of the peers:
  npm run fix && npm run protocol:import && npm run generate && npm run api && npm run check
  UPDATE=1 npm run test:interop && npm run generate`;

const root = fileURLToPath(new URL("../", import.meta.url));
const schemaFolder = join(root, "schema");

await script(USAGE, (option) => !option.startsWith("-"), update);

async function update(version: string | undefined): Promise<boolean> {
  // Starts at the release of generated/, since an interrupted run may have changed schema/ but not what follows from
  // it.
  const [before, from] = [await bundle(), await generatedFrom()];
  const moved = await moveSchemas(schemaFolder, version, progressOnTerminal("releases read"));
  await run("npm", ["run", "--silent", "generate", "--", "--draft"], { cwd: root, visible: true });
  const diff = diffSchemas(before, await bundle());
  if (from !== moved.to) {
    const file = join(root, "CHANGELOG.md");
    const { repository } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
    await writeFile(file, draftChangelog(await readFile(file, "utf8"), moved.to, diff, repository));
  }
  console.log(`\n${PROTOCOL_MODULE} ${from === moved.to ? `is ${from} already` : `${from} → ${moved.to}`}\n`);
  await printMoved(moved);
  console.log(formatDiff(diff).trimEnd());
  await printToDo(moved.to);
  return true;
}

async function printMoved({ changes, broken, dropped, skipped }: Moved): Promise<void> {
  for (const change of changes) console.log(change);
  const mentions = await mentionLines(root, broken);
  if (mentions.length > 0)
    console.log("code that uses names that are gone or have another type, and may need changes:");
  for (const mention of mentions) console.log(`  ${mention}`);
  for (const { path, description } of dropped) {
    if (description !== "") console.log(`removed from the overlay: ${path}, described as: ${description}`);
  }
  for (const problem of skipped) console.log(problem);
  if (changes.length + skipped.length > 0) console.log();
}

async function printToDo(release: string): Promise<void> {
  const model = await load(schemaFolder, { draft: true });
  const { history } = await readFacts(schemaFolder);
  const leftOut = await readLeftOut(schemaFolder);
  const toDo = [
    ...(await importMessages(schemaFolder)).problems,
    ...claimProblems(model, history, release, leftOut),
    ...leftOutProblems(leftOut, history, await readImported(schemaFolder)),
  ];
  if (toDo.length === 0) return;
  console.log("\nLeft to do (the checks fail until it is done):");
  for (const item of toDo) console.log(`  ${item}`);
  console.log(NEXT);
}

async function generatedFrom(): Promise<string | undefined> {
  return (await json("generated/bundles/index.json")).bundles[0]?.protocol;
}

function bundle(): Promise<unknown> {
  return json("generated/bundles/claims.rules-mint.2020-12.json");
}

// biome-ignore lint/suspicious/noExplicitAny: the callers know the files.
async function json(file: string): Promise<any> {
  return JSON.parse(await readFile(join(root, file), "utf8"));
}
