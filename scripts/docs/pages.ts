import { existsSync, readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** The folder of the site, whose pages are written by hand. */
export const DOCS = "docs";

/** Where pages from outside of docs/ are copied to. Git ignores it. */
export const REFERENCE = "reference";

/** Pages that are written where their subject is, by their path in the repository. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  "CHANGELOG.md": "changelog.md",
  "CONTRIBUTING.md": "contributing.md",
  "SECURITY.md": "security.md",
  "generated/vectors/README.md": "vectors.md",
  "schema/README.md": "schemas.md",
};

const GENERATED = "generated/docs/";

/** Returns the pages from outside of docs/, with the pictures beside them: their path in the repository, and on the site. */
export function copiedPages(): ReadonlyMap<string, string> {
  const generated = readdirSync(join(ROOT, GENERATED), { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /\.(md|svg)$/.test(path))
    .sort()
    .map((path) => [GENERATED + path, indexOf(path)] as const);
  return new Map(
    [...Object.entries(ELSEWHERE), ...generated].map(([file, page]) => [file, posix.join(REFERENCE, page)]),
  );
}

/** Returns the page of the site that a file of the repository is, or undefined when it is none. */
export function pageOf(file: string, copied: ReadonlyMap<string, string>): string | undefined {
  if (!file.endsWith(".md")) return undefined;
  return file.startsWith(`${DOCS}/`) ? indexOf(file.slice(DOCS.length + 1)) : copied.get(file);
}

/** Returns the page of a Markdown file: a README is the index of its folder. */
function indexOf(path: string): string {
  return path.replace(/(^|\/)README\.md$/, "$1index.md");
}

/** Returns the file of the repository that a page of the site is made of. */
export function fileOf(page: string, copied: ReadonlyMap<string, string>): string {
  for (const [file, copy] of copied) if (copy === page) return file;
  return posix.join(DOCS, page);
}

/** Whether the repository has a file or folder. */
export function inRepository(path: string): boolean {
  return existsSync(join(ROOT, path));
}
