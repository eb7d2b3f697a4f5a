import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { script } from "./process/script.js";
import type { Result } from "./runtimes/results.js";

const USAGE = `npm run readme:runtimes [-- --check]
  writes the table of runtimes in README.md from the last run of npm run test:runtimes
  --check  writes nothing, and fails if the table is another`;

const README = fileURLToPath(new URL("../README.md", import.meta.url));
const RESULTS = fileURLToPath(new URL("../test/runtimes/results.json", import.meta.url));
const [START, END] = ["<!-- runtimes -->", "<!-- /runtimes -->"];

await script(USAGE, (option) => option === "--check", run);

async function run(option: string | undefined): Promise<boolean> {
  const results: Result[] = JSON.parse(await readFile(RESULTS, "utf8"));
  const readme = await readFile(README, "utf8");
  const updated = withTable(readme, results);
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

function withTable(text: string, rows: readonly Result[]): string {
  const [start, end] = [text.indexOf(START), text.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`README.md has no ${START} with a ${END} after it`);
  return `${text.slice(0, start + START.length)}\n\n${table(rows)}\n\n${text.slice(end)}`;
}

function table(rows: readonly Result[]): string {
  const header = ["runtime", "version", "cases", "passed"];
  const cells = rows.map(({ runtime, version, cases, passed }) => [runtime, version, `${cases}`, `${passed}`]);
  const widths = header.map((_, column) => Math.max(...[header, ...cells].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(header), line(widths.map((width) => "-".repeat(width))), ...cells.map(line)].join("\n");
}
