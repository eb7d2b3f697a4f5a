import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { script } from "./process/script.js";
import { draftRoomConfiguration, importRoomConfiguration, OVERLAY_FILE } from "./protocol/import.js";

const USAGE = `npm run protocol:import [-- --check | --draft]
  (nothing)  writes the schema anew
  --check    writes nothing; fails when it is stale
  --draft    gives what is new an empty description in the overlay, takes out what is gone, and writes both`;

const schemaFolder = fileURLToPath(new URL("../schema/", import.meta.url));
const SCHEMA_FILE = "protocol/room-configuration.schema.json";

await script(USAGE, (option) => ["--check", "--draft"].includes(option), run);

async function run(option: string | undefined): Promise<boolean> {
  if (option === "--draft") {
    const { schema, overlay, dropped } = await draftRoomConfiguration(schemaFolder);
    for (const { path, description } of dropped) console.log(`${path} is gone; its words were: ${description}`);
    await put(OVERLAY_FILE, overlay);
    await put(SCHEMA_FILE, schema);
    return true;
  }
  const schema = await importRoomConfiguration(schemaFolder);
  if (option === undefined) {
    await put(SCHEMA_FILE, schema);
    return true;
  }
  const present = await textOf(SCHEMA_FILE);
  if (present === schema) {
    console.log(`schema/${SCHEMA_FILE} is up to date`);
    return true;
  }
  const state = present === undefined ? "missing" : "stale";
  console.error(`schema/${SCHEMA_FILE} is ${state}; run "npm run protocol:import"`);
  return false;
}

async function put(file: string, text: string): Promise<void> {
  if ((await textOf(file)) === text) {
    console.log(`schema/${file} is up to date`);
    return;
  }
  await mkdir(dirname(join(schemaFolder, file)), { recursive: true });
  await writeFile(join(schemaFolder, file), text);
  console.log(`schema/${file} written`);
}

function textOf(file: string): Promise<string | undefined> {
  return readFile(join(schemaFolder, file), "utf8").catch(() => undefined);
}
