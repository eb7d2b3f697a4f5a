import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { table } from "./emit/output/markdown-table.js";
import { replaceSection } from "./emit/output/section.js";
import { script } from "./process/script.js";
import type { Result } from "./runtimes/results.js";

const USAGE = `npm run readme:runtimes [-- --check]
  Writes the table of runtimes in README.md, from the results of the last "npm run test:runtimes".
  --check  write nothing; fail when the table would change`;

const README = fileURLToPath(new URL("../README.md", import.meta.url));
const RESULTS = fileURLToPath(new URL("../test/runtimes/results.json", import.meta.url));

await script(USAGE, (option) => option === "--check", run);

async function run(option: string | undefined): Promise<boolean> {
  const results: Result[] = JSON.parse(await readFile(RESULTS, "utf8"));
  const readme = await readFile(README, "utf8");
  const updated = replaceSection(readme, "runtimes", runtimeTable(results));
  if (updated === readme) {
    console.log("the table of runtimes in README.md is up to date");
  } else if (option === "--check") {
    console.error('the table of runtimes in README.md is stale; run "npm run readme:runtimes"');
    return false;
  } else {
    await writeFile(README, updated);
    console.log("wrote the table of runtimes in README.md");
  }
  return true;
}

function runtimeTable(results: readonly Result[]): string {
  const rows = results.map(({ runtime, version, cases, passed }) => [runtime, version, `${cases}`, `${passed}`]);
  return table(["runtime", "version", "cases", "passed"], rows, { aligned: true });
}
