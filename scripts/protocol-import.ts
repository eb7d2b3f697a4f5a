import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { script } from "./process/script.js";
import { importRoomConfiguration, SCHEMA_FILE } from "./protocol/import.js";

const USAGE = `npm run protocol:import [-- --check]
  Writes the schema of the room configuration from the imported messages and the overlay.
  --check  write nothing; fail when the schema is stale
  Both fail when an entry of the overlay is missing, undecided or left over`;

const schemaFolder = fileURLToPath(new URL("../schema/", import.meta.url));

await script(
  USAGE,
  (option) => option === "--check",
  (option) => run(option === "--check"),
);

async function run(check: boolean): Promise<boolean> {
  const { schema, problems } = await importRoomConfiguration(schemaFolder);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) return false;
  const file = join(schemaFolder, SCHEMA_FILE);
  const present = await readFile(file, "utf8").catch(() => undefined);
  if (present !== schema && check) {
    console.error(
      `schema/${SCHEMA_FILE} is ${present === undefined ? "missing" : "stale"}; run "npm run protocol:import"`,
    );
    return false;
  }
  if (present !== schema) await writeFile(file, schema);
  console.log(`schema/${SCHEMA_FILE} ${present === schema ? "is up to date" : "written"}`);
  return true;
}
