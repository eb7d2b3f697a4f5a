import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseChangelog, releaseUnreleased } from "./changelog/form.js";
import { script } from "./process/script.js";

const USAGE = `npm run changelog
  Turns the section "Unreleased" of CHANGELOG.md into that of the version in package.json, with the date of today.
  "npm version" runs it.`;

const root = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

await script(
  USAGE,
  () => false,
  async () => {
    const { version, repository } = JSON.parse(await readFile(root("package.json"), "utf8"));
    const changelog = parseChangelog(await readFile(root("CHANGELOG.md"), "utf8"), repository);
    releaseUnreleased(changelog, version, new Date().toISOString().slice(0, 10));
    await writeFile(root("CHANGELOG.md"), changelog.toString());
    return true;
  },
);
