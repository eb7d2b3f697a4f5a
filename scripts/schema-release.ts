import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { formatDiff } from "../src/schema-diff.js";
import { checkVersion } from "./releases/check-version.js";
import { keepRelease, lastRelease } from "./releases/releases.js";
import { script } from "./script.js";

const USAGE = `npm run schema:release [-- --check]
  (nothing)  keeps the schemas of the version in package.json in schema/protocol/releases/, when it is published
  --check    writes nothing; fails when that version is lower than what changed since the last release asks for`;

const root = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const schemaFolder = root("schema/");

await script(
  USAGE,
  (option) => option === "--check",
  (option) => (option === undefined ? keep() : check()),
);

async function keep(): Promise<boolean> {
  if (!(await check())) return false;
  const path = await keepRelease(schemaFolder, { version: await version(), text: await bundle() });
  console.log(`schema/${path} holds what it publishes`);
  return true;
}

async function check(): Promise<boolean> {
  const last = await lastRelease(schemaFolder);
  if (last === undefined) {
    console.log(`${await version()} is the first release`);
    return true;
  }
  const { asked, enough, diff } = checkVersion(await version(), JSON.parse(await bundle()), last);
  if (enough) {
    console.log(`${await version()} is enough: ${asked} or later may follow ${last.version}`);
    return true;
  }
  console.error(`since ${last.version} the schemas have changed:\n\n${formatDiff(diff)}`);
  console.error(`package.json has version ${await version()}; it must be ${asked} or later`);
  return false;
}

async function version(): Promise<string> {
  const manifest: { version: string } = JSON.parse(await readFile(root("package.json"), "utf8"));
  return manifest.version;
}

function bundle(): Promise<string> {
  return readFile(root("generated/bundles/claims.rules-mint.2020-12.json"), "utf8");
}
