import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { script } from "./process/script.js";
import { apiReport, entriesOf } from "./release/api-report.js";

const USAGE = `npm run api [-- --check]
  writes the API report of each entry of the package, from its declarations in dist/, to etc/
  --check  writes nothing, and fails when a report is another`;

const root = fileURLToPath(new URL("../", import.meta.url));

await script(USAGE, (option) => option === "--check", report);

async function report(option: string | undefined): Promise<boolean> {
  const { exports } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const changed = entriesOf(exports).filter((entry) => apiReport(root, entry, option !== "--check"));
  for (const { report } of changed) console.log(`${option === "--check" ? "differs" : "wrote"}  etc/${report}`);
  if (option !== "--check" || changed.length === 0) return true;
  console.error('the public API is another than etc/ has it: run "npm run api" and review the difference');
  return false;
}
