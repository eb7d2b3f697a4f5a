import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { LanguageSpec } from "../../scripts/languages/language-spec.js";

/** What is used of a bundle here. */
export interface Bundle {
  readonly title: string;
  readonly $defs?: object | undefined;
  readonly definitions?: object;
}

/** The titles of all types that a bundle of shapes defines, in either dialect. */
export function titlesOf({ title, $defs, definitions }: Bundle): string[] {
  return [title, ...Object.keys($defs ?? definitions ?? {})];
}

export interface Names {
  /** Every type that is declared, in the order of the files. */
  readonly declared: readonly string[];
  /** The titles that are spelled otherwise, and how. */
  readonly renamed: Readonly<Record<string, string>>;
  /** The titles that no type is declared for. */
  readonly undeclared: readonly string[];
  /** The types that no title is there for. */
  readonly unasked: readonly string[];
}

/**
 * How the types that a generator made are called.
 *
 * @param titles how the bundle calls them
 */
export async function namesIn(folder: string, spec: LanguageSpec, titles: readonly string[]): Promise<Names> {
  const files = (await Promise.all(spec.generated.map((path) => filesBelow(join(folder, path))))).flat();
  const code = (await Promise.all(files.map((file) => readFile(file, "utf8")))).join("\n");
  const declared = [...code.matchAll(new RegExp(spec.declaration, "gm"))].map(([, name = ""]) => name);
  const spelled = (title: string): string | undefined =>
    declared.find((name) => name === title) ?? declared.find((name) => name.toLowerCase() === title.toLowerCase());
  const renamed = titles.flatMap((title) => {
    const name = spelled(title);
    return name === undefined || name === title ? [] : [[title, name]];
  });
  return {
    declared,
    renamed: Object.fromEntries(renamed),
    undeclared: titles.filter((title) => spelled(title) === undefined),
    unasked: declared.filter((name) => !titles.some((title) => title.toLowerCase() === name.toLowerCase())),
  };
}

async function filesBelow(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
