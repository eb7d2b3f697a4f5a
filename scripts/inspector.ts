import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { buildPage, gzippedSize, PAGE, PAGE_BUDGET } from "./inspector/build-page.js";

/** Builds the inspector page, and fails when it is larger than its budget. */

const page = await buildPage();
await mkdir(dirname(PAGE), { recursive: true });
await writeFile(PAGE, page);
const size = gzippedSize(page);
console.log(`${PAGE}: ${size} bytes gzipped (budget: ${PAGE_BUDGET})`);
if (size > PAGE_BUDGET) {
  console.error("the page is larger than its budget; make it smaller");
  process.exitCode = 1;
}
