import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { LanguageSpec } from "../../scripts/languages/language-spec.js";

/** The part of a bundle that is used here. */
export interface Bundle {
  readonly title: string;
  readonly $defs?: object | undefined;
  readonly definitions?: object;
}

/** Returns the titles of all types that a bundle of shapes defines, in either dialect. */
export function titlesOf({ title, $defs, definitions }: Bundle): string[] {
  return [title, ...Object.keys($defs ?? definitions ?? {})];
}

export interface Names {
  /** All declared types, in the order of the files. */
  readonly declared: readonly string[];
  /** The titles with another spelling, and that spelling. */
  readonly renamed: Readonly<Record<string, string>>;
  /** The titles without a declared type. */
  readonly undeclared: readonly string[];
  /** The declared types without a title. */
  readonly unasked: readonly string[];
}

/**
 * Compares the names of generated types with the titles of the bundle.
 *
 * @param titles the titles in the bundle
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
