import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { script } from "./process/script.js";
import { importMessages } from "./protocol/import.js";

const USAGE = `npm run protocol:import [-- --check]
  Writes the schemas of the imported messages from the imported messages and the overlay.
  --check  write nothing; fail when a schema is stale
  Both fail when an entry of the overlay is missing, undecided or left over`;

const schemaFolder = fileURLToPath(new URL("../schema/", import.meta.url));

await script(
  USAGE,
  (option) => option === "--check",
  (option) => run(option === "--check"),
);

async function run(check: boolean): Promise<boolean> {
  const { files, problems } = await importMessages(schemaFolder);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) return false;
  const results = await Promise.all(Object.entries(files).map(([file, schema]) => put(file, schema, check)));
  return results.every(Boolean);
}

async function put(file: string, schema: string, check: boolean): Promise<boolean> {
  const path = join(schemaFolder, file);
  const present = await readFile(path, "utf8").catch(() => undefined);
  if (present !== schema && check) {
    console.error(`schema/${file} is ${present === undefined ? "missing" : "stale"}; run "npm run protocol:import"`);
    return false;
  }
  if (present !== schema) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, schema);
  }
  console.log(`schema/${file} ${present === schema ? "is up to date" : "written"}`);
  return true;
}
