import { writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildByContent } from "./build/by-content.js";
import { buildPage, gzippedSize, PAGE, PAGE_BUDGET } from "./inspector/build-page.js";
import { run } from "./process/run.js";
import { script } from "./process/script.js";

const USAGE = `npm run build [-- --fresh]
  Builds dist/: the entries of the package, their types, the command line and the inspector page. Does nothing when dist/
  is what the same sources and tools were built to before.
  --fresh  build in any case; needed after a change inside of node_modules`;

const DIST = {
  root: fileURLToPath(new URL("../", import.meta.url)),
  inputs: [
    ...["src", "generated", "package.json", "tsconfig.json", "tsdown.config.ts"],
    // Not only what is imported here, which may change.
    "scripts",
    // npm writes into it the versions and digests of what is installed.
    "node_modules/.package-lock.json",
  ],
  output: "dist",
  record: ".cache/dist.json",
};

await script(
  USAGE,
  (option) => option === "--fresh",
  async (option) => {
    const built = await buildByContent(DIST, buildDist, { fresh: option === "--fresh" });
    if (!built) console.log(`${DIST.output} is up to date`);
    return true;
  },
);

async function buildDist(folder: string): Promise<void> {
  await run("npx", ["tsdown", "--out-dir", folder], { cwd: DIST.root, visible: true });
  const page = await buildPage();
  await writeFile(join(folder, basename(PAGE)), page);
  const size = gzippedSize(page);
  console.log(`${PAGE}: ${size} bytes gzipped (budget: ${PAGE_BUDGET})`);
  if (size > PAGE_BUDGET) throw new Error("the page is larger than its budget; make it smaller");
}
