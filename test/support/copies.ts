import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
export const SCHEMA = join(ROOT, "schema");
export const GENERATED = join(ROOT, "generated");

const made: string[] = [];

/** Deletes the temporary folders. Called after each file of tests, in setup.ts. */
export async function deleteTemporaryFolders(): Promise<void> {
  await Promise.all(made.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
}

/** Creates an empty folder, which is deleted after the tests of the file. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "livekit-claims-"));
  made.push(folder);
  return folder;
}

/** Copies schema/. */
export async function copySchemas(): Promise<string> {
  const folder = await temporaryFolder();
  await cp(SCHEMA, folder, { recursive: true });
  return folder;
}

/** Copies everything that the generator reads and writes, with a link to the installed packages. */
export async function copyProject(): Promise<string> {
  const folder = await temporaryFolder();
  const measured = ["test/interop/measured.json", "test/languages"];
  for (const part of ["schema", "scripts", "src", "generated", "package.json", "README.md", "LICENSE", ...measured]) {
    await cp(join(ROOT, part), join(folder, part), { recursive: true });
  }
  await symlink(join(ROOT, "node_modules"), join(folder, "node_modules"));
  return folder;
}

/** Sets the value at a JSON pointer in a JSON file, or deletes it when the value is undefined. */
export async function edit(file: string, pointer: string, value: unknown): Promise<void> {
  const root: Record<string, unknown> = JSON.parse(await readFile(file, "utf8"));
  const segments = pointer.slice(1).split("/").map(unescapePointer);
  const last = segments.pop() as string;
  const parent = segments.reduce((part, segment) => part[segment] as Record<string, unknown>, root);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  await writeFile(file, JSON.stringify(root, null, 2));
}

function unescapePointer(segment: string): string {
  return segment.replaceAll("~1", "/").replaceAll("~0", "~");
}
