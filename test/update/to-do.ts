import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { edit as editJson, SCHEMA } from "../support/copies.js";

/** Matches the place to edit in a line of the update: "…#/messages/A/members/b/description". */
const POINTER = /schema\/(protocol\.overlay\.json)#(\S+)/;

/** Returns the lines below "Left to do". */
export function toDoIn(stdout: string): string[] {
  const [, list = ""] = stdout.split("\nLeft to do (the checks fail until it is done):\n");
  const [items = ""] = list.split("\nThen ");
  return items.split("\n").flatMap((line) => (line.startsWith("  ") ? [line.trim()] : []));
}

/** Returns the lines of commands that the update prints for afterwards. */
export function commandsIn(stdout: string): string[] {
  const [, after = ""] = stdout.split("\nThen run these commands; ");
  return after
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.trim());
}

/** Does the work in a line, with the shortest text that the checks accept. */
export async function doWhatItSays(folder: string, line: string): Promise<void> {
  const [, file = "", pointer = ""] = POINTER.exec(line) ?? [];
  const overlay = join(folder, "schema", file);
  if (line.includes("has no description")) return edit(overlay, pointer, "Words of ours.");
  if (line.includes("may hold a secret")) return edit(overlay, `${pointer}/x-secret`, false);
  const left = / ?Add (\S+) to schema\/(\S+) with the reason/.exec(line);
  if (left) return appendFile(join(folder, "schema", `${left[2]}`), `${left[1]}\tNot yet.\n`);
  const value = /add "(\w+)" to the enum of (\w+) in schema\/([\w./-]+),/.exec(line);
  if (value) return add(join(folder, "schema", `${value[3]}`), `${value[2]}`, `${value[1]}`);
  const claim = /has \S*?(\w+) \((\w+)\).*; add it to schema\/([\w./-]+)[, ]/.exec(line);
  if (claim) {
    const bounds = line.includes('with a "minimum" and a "maximum"') ? { minimum: 0, maximum: 2 ** 32 - 1 } : {};
    const member = { description: "Words of ours. Nothing when absent.", type: claim[2], ...bounds };
    return edit(join(folder, "schema", `${claim[3]}`), `/properties/${claim[1]}`, member);
  }
  throw new Error(`nobody knows how to do this: ${line}`);
}

/** Writes the words and decisions of the repository at the place in a line. */
export async function doAsRepository(folder: string, line: string): Promise<void> {
  const [, file = "", place = ""] = POINTER.exec(line) ?? [];
  const pointer = line.includes("may hold a secret") ? `${place}/x-secret` : place;
  let value = JSON.parse(await readFile(join(SCHEMA, file), "utf8"));
  for (const segment of pointer.slice(1).split("/")) value = value[segment];
  await edit(join(folder, "schema", file), pointer, value);
}

async function add(file: string, title: string, value: string): Promise<void> {
  const values: string[] = JSON.parse(await readFile(file, "utf8")).$defs[title].enum;
  await edit(file, `/$defs/${title}/enum`, [...values, value]);
}

/** Edits a file of schema/, which ends with a line break. */
async function edit(file: string, pointer: string, value: unknown): Promise<void> {
  await editJson(file, pointer, value);
  await appendFile(file, "\n");
}
