import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { snakeCase } from "../../../src/room-config/snake-case.js";

/** The folders with code written by hand. */
const FOLDERS = ["src", "scripts", "test"];

/** The largest number of files to list: a name in more of them, such as "url", is a common word. */
const MAX_FILES = 20;

/**
 * Returns the files of the repository whose code names a member, in either spelling.
 *
 * @returns a line for each member that a file names, with the number of files only if there are many
 */
export async function mentionLines(root: string, members: readonly string[]): Promise<string[]> {
  const files = await sourceFiles(root);
  return members.flatMap((member) => {
    const name = new RegExp(`\\b(?:${member}|${snakeCase(member)})\\b`);
    const named = files.filter(({ text }) => name.test(text)).map(({ file }) => file);
    if (named.length > MAX_FILES) return [`${member}: ${named.length} files, too many to list`];
    return named.length === 0 ? [] : [`${member}: ${named.join(", ")}`];
  });
}

async function sourceFiles(root: string): Promise<{ file: string; text: string }[]> {
  const files: string[] = [];
  for (const folder of FOLDERS) {
    const names = await readdir(join(root, folder), { recursive: true });
    files.push(
      ...names.filter((name) => name.endsWith(".ts")).map((name) => `${folder}/${name.replaceAll("\\", "/")}`),
    );
  }
  return Promise.all(files.sort().map(async (file) => ({ file, text: await readFile(join(root, file), "utf8") })));
}
