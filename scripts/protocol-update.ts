import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { diffSchemas, formatDiff } from "../src/schema-diff/diff-schemas.js";
import { cacheFolder } from "./process/cache-folder.js";
import { download, run } from "./process/run.js";
import { script } from "./process/script.js";
import { undescribed } from "./protocol/draft-overlay.js";
import { npmReleases } from "./protocol/history/npm-releases.js";
import { OVERLAY_FILE, readOverlay } from "./protocol/import.js";
import { draftChangelog } from "./protocol/update/changelog.js";
import { wantedRelease } from "./protocol/update/wanted-release.js";

const USAGE = `npm run protocol:update [-- VERSION]
  moves to a release of @livekit/protocol, the newest 1.x unless VERSION names one: the pin in package.json, the imported
  schema, the overlay's entries, the history, generated/, and lines in CHANGELOG.md; then tells what changed, the step of
  the version that asks for, and what wants a description`;

const PACKAGE = "@livekit/protocol";
const TOUCHED = "package.json package-lock.json schema generated CHANGELOG.md";

const root = fileURLToPath(new URL("../", import.meta.url));
const schemaFolder = join(root, "schema");

await script(
  USAGE,
  (option) => !option.startsWith("-"),
  async (version) => update(wantedRelease(version, await npmReleases(cacheFolder()).published())),
);

async function update(release: string): Promise<boolean> {
  // What was generated last tells where this starts: a run that was broken off has moved the pin, and not all that follows.
  const [before, from] = [await bundle(), await generatedFrom()];
  try {
    if ((await pin()) !== release || (await installed()) !== release) await install(release);
    await runScript("protocol:import", "--draft");
    await runScript("protocol:history");
    await runScript("generate", "--draft");
  } catch (error) {
    const back = `to go back: git checkout -- ${TOUCHED} && npm ci`;
    throw new Error(`${(error as Error).message}\n${back}`);
  }
  const diff = diffSchemas(before, await bundle());
  if (from !== release) {
    const file = join(root, "CHANGELOG.md");
    await writeFile(file, draftChangelog(await readFile(file, "utf8"), release, diff));
  }
  console.log(`\n${PACKAGE} ${from === release ? `is ${release} already` : `${from} → ${release}`}\n`);
  console.log(formatDiff(diff).trimEnd());
  await tellUndescribed();
  return true;
}

async function install(release: string): Promise<void> {
  const flags = ["--save-dev", "--save-exact", "--no-audit", "--no-fund", "--loglevel=error"];
  await download("npm", ["install", ...flags, `${PACKAGE}@${release}`], { cwd: root, visible: true });
}

async function runScript(name: string, ...args: readonly string[]): Promise<void> {
  await run("npm", ["run", "--silent", name, "--", ...args], { cwd: root, visible: true });
}

async function tellUndescribed(): Promise<void> {
  const pointers = undescribed(await readOverlay(schemaFolder));
  if (pointers.length === 0) return;
  console.log(`schema/${OVERLAY_FILE} wants descriptions, and "x-secret" on what is one:`);
  for (const pointer of pointers) console.log(`  ${pointer}`);
  console.log('then: npm run protocol:import && npm run generate; "--check" of both refuses it until then');
}

async function pin(): Promise<string | undefined> {
  return (await json("package.json")).devDependencies?.[PACKAGE];
}

/** The release in node_modules, which is another than the pin when files were put back without "npm ci". */
async function installed(): Promise<string | undefined> {
  return (await json(`node_modules/${PACKAGE}/package.json`).catch(() => undefined))?.version;
}

async function generatedFrom(): Promise<string | undefined> {
  return (await json("generated/bundles/index.json")).bundles[0]?.protocol;
}

function bundle(): Promise<unknown> {
  return json("generated/bundles/claims.rules-mint.2020-12.json");
}

// biome-ignore lint/suspicious/noExplicitAny: each caller names what it reads.
async function json(file: string): Promise<any> {
  return JSON.parse(await readFile(join(root, file), "utf8"));
}
