import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "../../scripts/process/run.js";
import { temporaryFolder } from "../support/copies.js";
import type { Edit } from "./changes.js";

const FIXTURES = fileURLToPath(new URL("fixtures/", import.meta.url));

/** Copies and edits the minimal package of a source. Returns the folder that the source reads. */
export async function fixtureOf(id: string, edit: Edit = {}): Promise<string> {
  const workspace = await temporaryFolder();
  const folder = join(workspace, "package");
  await cp(join(FIXTURES, id), folder, { recursive: true });
  for (const [path, change] of Object.entries(edit)) await apply(join(folder, path), change);
  return id === "java" ? compile(folder, join(workspace, "jars")) : folder;
}

async function apply(file: string, change: Edit[string]): Promise<void> {
  if (change === undefined) return rm(file);
  if (typeof change === "string") return writeFile(file, change);
  const [before, after] = change;
  const text = await readFile(file, "utf8");
  if (text.split(before).length !== 2) throw new Error(`${file} must have exactly once: ${before}`);
  return writeFile(
    file,
    text.replace(before, () => after),
  );
}

async function compile(source: string, jars: string): Promise<string> {
  const classes = join(source, "classes");
  await mkdir(jars);
  await run("sh", ["-c", `javac --release 17 -d "${classes}" $(find "${source}" -name '*.java')`]);
  await run("jar", ["--create", "--file", join(jars, "livekit-server.jar"), "-C", classes, "."]);
  return jars;
}
