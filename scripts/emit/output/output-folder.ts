import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Output } from "../../model/model.js";

export interface Difference {
  readonly kind: "missing" | "stale" | "left over";
  readonly path: string;
  /** The content that the file should have. Absent for a file that should not exist. */
  readonly content?: string;
}

/** Compares a folder with the files that it should have. */
export async function differences(folder: string, outputs: readonly Output[]): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const { path, content } of outputs) {
    const present = await readFile(join(folder, path), "utf8").catch(() => undefined);
    if (present === content) continue;
    found.push({ kind: present === undefined ? "missing" : "stale", path, content });
  }
  const wanted = new Set(outputs.map((output) => output.path));
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name).slice(join(folder, "/").length).replaceAll("\\", "/");
    if (!wanted.has(path)) found.push({ kind: "left over", path });
  }
  return found;
}

/** Writes and deletes files so that the differences are gone. */
export async function applyDifferences(folder: string, found: readonly Difference[]): Promise<void> {
  for (const { path, content } of found) {
    const file = join(folder, path);
    if (content === undefined) {
      await rm(file);
    } else {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
  }
}
