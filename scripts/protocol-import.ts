import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { importRoomConfiguration } from "./protocol/import.js";

const schemaFolder = fileURLToPath(new URL("../schema/", import.meta.url));
const file = join(schemaFolder, "protocol", "room-configuration.schema.json");
const name = "schema/protocol/room-configuration.schema.json";

const options = process.argv.slice(2);
const check = options[0] === "--check";
if (options.length > (check ? 1 : 0)) {
  console.error(
    "npm run protocol:import [-- --check]\n  (nothing)  writes the schema anew\n  --check    fails when it is stale",
  );
  process.exit(2);
}

try {
  const text = await importRoomConfiguration(schemaFolder);
  const present = await readFile(file, "utf8").catch(() => undefined);
  if (present === text) {
    console.log(`${name} is up to date`);
  } else if (check) {
    console.error(`${name} is ${present === undefined ? "missing" : "stale"}; run "npm run protocol:import"`);
    process.exitCode = 1;
  } else {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    console.log(`${name} written`);
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
