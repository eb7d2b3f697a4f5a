import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { script } from "./process/script.js";
import { apiReport, entriesOf } from "./release/api-report.js";

const USAGE = `npm run api [-- --check]
  Writes the API report of each entry of the package to etc/, from the declarations in dist/.
  --check  write nothing; fail when a report would change`;

const root = fileURLToPath(new URL("../", import.meta.url));

await script(USAGE, (option) => option === "--check", report);

async function report(option: string | undefined): Promise<boolean> {
  const { exports } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const changed = entriesOf(exports).filter((entry) => apiReport(root, entry, option !== "--check"));
  for (const { report } of changed) console.log(`${option === "--check" ? "differs" : "wrote"}  etc/${report}`);
  if (option !== "--check" || changed.length === 0) return true;
  console.error('the public API differs from the reports in etc/; run "npm run api" and review the changes');
  return false;
}
