import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { script } from "./process/script.js";
import {
  checkProblems,
  isSame,
  publicationProblems,
  type ReleaseInput,
  versionProblems,
} from "./release/release-problems.js";
import { lastRelease, type Release, storedRelease, storeRelease } from "./release/releases.js";

const USAGE = `npm run schema:release [-- --check | --publish]
  Stores the bundles of the version in package.json, as published, in schema/protocol/releases/.
  --check    write nothing; fail when the schemas have changed since the last version and CHANGELOG.md has no entry
             under "Unreleased", or when a raised version is not ready to publish. Before the first release, no
             bundles need to be stored
  --publish  write nothing; fail when the version is lower than the changes since the last release require, when
             CHANGELOG.md has no entry for it, or when its bundles differ from the stored ones`;

const root = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const schemaFolder = root("schema/");

await script(
  USAGE,
  (option) => ["--check", "--publish"].includes(option),
  async (option) => {
    const input = await readInput();
    if (option === undefined) return keep(input);
    return report(option === "--check" ? checkProblems(input) : publicationProblems(input), input);
  },
);

async function keep(input: ReleaseInput): Promise<boolean> {
  const problems = versionProblems(input);
  if (problems.length > 0) return report(problems, input);
  console.log(`schema/${await storeRelease(schemaFolder, input.now)} has the bundles of this version`);
  return true;
}

function report(problems: readonly string[], { now, last }: ReleaseInput): boolean {
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) return false;
  console.log(verdict(now, last));
  return true;
}

function verdict(now: Release, last: Release | undefined): string {
  if (last === undefined) return `${now.version} is the first release`;
  const isChanged = now.version === last.version && !isSame(now, last);
  return isChanged
    ? `the schemas have changed since ${now.version}; run "npm version" for the next version`
    : `${now.version} may be published`;
}

async function readInput(): Promise<ReleaseInput> {
  const now = await currentRelease();
  const [kept, last, changelog] = await Promise.all([
    storedRelease(schemaFolder, now.version),
    lastRelease(schemaFolder),
    readFile(root("CHANGELOG.md"), "utf8"),
  ]);
  return { now, kept, last, changelog };
}

async function currentRelease(): Promise<Release> {
  const { version }: { version: string } = JSON.parse(await readFile(root("package.json"), "utf8"));
  const [text, index] = await Promise.all(
    ["claims.rules-mint.2020-12.json", "index.json"].map((name) => readFile(root(`generated/bundles/${name}`), "utf8")),
  );
  return { version, text: text ?? "", index: index ?? "" };
}
