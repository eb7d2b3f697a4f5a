import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { formatDiff } from "../src/schema-diff/diff-schemas.js";
import { script } from "./process/script.js";
import { checkVersion } from "./release/check-version.js";
import { keepRelease, lastRelease, type Release } from "./release/releases.js";

const USAGE = `npm run schema:release [-- --check]
  (nothing)  keeps the schemas of the version in package.json in schema/protocol/releases/, when it is published
  --check    writes nothing; fails when that version is lower than what changed since the last release asks for`;

const root = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const schemaFolder = root("schema/");

await script(
  USAGE,
  (option) => option === "--check",
  (option) => (option === undefined ? keep() : currentRelease().then(isEnough)),
);

async function keep(): Promise<boolean> {
  const now = await currentRelease();
  if (!(await isEnough(now))) return false;
  console.log(`schema/${await keepRelease(schemaFolder, now)} holds what it publishes`);
  return true;
}

/** Whether the version is high enough, which is told. */
async function isEnough({ version, text }: Release): Promise<boolean> {
  const last = await lastRelease(schemaFolder);
  if (last === undefined) {
    console.log(`${version} is the first release`);
    return true;
  }
  const { asked, enough, diff } = checkVersion(version, JSON.parse(text), last);
  if (enough) {
    console.log(`${version} is enough: ${asked} or later may follow ${last.version}`);
    return true;
  }
  console.error(`since ${last.version} the schemas have changed:\n\n${formatDiff(diff)}`);
  console.error(`package.json has version ${version}; it must be ${asked} or later`);
  return false;
}

async function currentRelease(): Promise<Release> {
  const { version }: { version: string } = JSON.parse(await readFile(root("package.json"), "utf8"));
  return { version, text: await readFile(root("generated/bundles/claims.rules-mint.2020-12.json"), "utf8") };
}
