import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const VECTORS = fileURLToPath(new URL("../../generated/vectors/", import.meta.url));

/** Writes the suite as plain modules, with an entry for each kind of runtime. Returns the folder. */
export async function layOutSuite(work: string): Promise<string> {
  const folder = join(work, "suite");
  await mkdir(folder, { recursive: true });
  // Nothing is external: an import of any other file fails here.
  await build({
    entryPoints: [join(HERE, "suite", "behave.ts")],
    outfile: join(folder, "behave.js"),
    bundle: true,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    logLevel: "silent",
  });
  const vectors = JSON.stringify(JSON.stringify(await readVectors()));
  // Parsed at run time: in an object literal, `__proto__` would set the prototype.
  await writeFile(join(folder, "vectors.js"), `export const vectors = JSON.parse(${vectors});\n`);
  for (const entry of await readdir(join(HERE, "entries"))) {
    await copyFile(join(HERE, "entries", entry), join(folder, entry));
  }
  return folder;
}

async function readVectors(): Promise<unknown[]> {
  const entries = await readdir(VECTORS).catch(() => []);
  const files = entries.filter((name) => name.endsWith(".json")).sort();
  const parsed = await Promise.all(files.map(async (name) => JSON.parse(await readFile(join(VECTORS, name), "utf8"))));
  // The folder may have other JSON files beside the vectors, such as a schema.
  const tests = parsed.flatMap(({ tests }) => tests ?? []);
  if (tests.length === 0) throw new Error(`${VECTORS} has no vectors; run npm run generate first`);
  return tests;
}
