import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { markdownTable } from "markdown-table";
import { replaceSection } from "./emit/output/section.js";
import { script } from "./process/script.js";
import type { Result } from "./runtimes/results.js";

const USAGE = `npm run readme:runtimes [-- --check]
  writes the table of runtimes in README.md from the last run of npm run test:runtimes
  --check  writes nothing, and fails if the table is another`;

const README = fileURLToPath(new URL("../README.md", import.meta.url));
const RESULTS = fileURLToPath(new URL("../test/runtimes/results.json", import.meta.url));

await script(USAGE, (option) => option === "--check", run);

async function run(option: string | undefined): Promise<boolean> {
  const results: Result[] = JSON.parse(await readFile(RESULTS, "utf8"));
  const readme = await readFile(README, "utf8");
  const updated = replaceSection(readme, "runtimes", table(results));
  if (updated === readme) {
    console.log("the table of runtimes in README.md is that of the last run");
  } else if (option === "--check") {
    console.error("the table of runtimes in README.md is not that of the last run: npm run readme:runtimes");
    return false;
  } else {
    await writeFile(README, updated);
    console.log("README.md has the table of the last run");
  }
  return true;
}

function table(rows: readonly Result[]): string {
  const header = ["runtime", "version", "cases", "passed"];
  return markdownTable([
    header,
    ...rows.map(({ runtime, version, cases, passed }) => [runtime, version, `${cases}`, `${passed}`]),
  ]);
}
