import { posix } from "node:path";
import { NOTICES, noticedPackages } from "./notices.js";

/** The text of each file of a packed package, by its path with "/". */
export type PackedFiles = ReadonlyMap<string, string>;

/**
 * Returns the links of Markdown files to files that the package lacks. README.md is left out: registries resolve its
 * links in the repository.
 */
export function brokenLinks(files: PackedFiles): string[] {
  const folders = new Set([...files.keys()].flatMap(foldersOf));
  return [...files].flatMap(([path, text]) => {
    if (!path.endsWith(".md") || path === "README.md") return [];
    const targets = [...text.replace(CODE, "").matchAll(/\]\((?![a-z]+:|#)([^)#\s]+)/g)].map(
      ([, target = ""]) => target,
    );
    const missing = targets.filter((target) => {
      const to = posix.join(posix.dirname(path), target).replace(/\/$/, "");
      return !files.has(to) && !folders.has(to);
    });
    return missing.map((target) => `${path} links to ${target}, which is not in the package; link to its address`);
  });
}

const CODE = /^```[\s\S]*?^```$|`[^`\n]*`/gm;

function foldersOf(path: string): string[] {
  const segments = path.split("/").slice(0, -1);
  return segments.map((_, index) => segments.slice(0, index + 1).join("/"));
}

/** Returns the packages whose code is in dist/, by the comments that the bundler leaves there, but not in the notices. */
export function missingNotices(files: PackedFiles): string[] {
  const noticed = noticedPackages(files.get(`dist/${NOTICES}`) ?? "").map((name) => name.replace(/ [^ ]*$/, ""));
  return [...files].flatMap(([path, text]) => {
    const regions = text.matchAll(/^\/\/#region node_modules\/((?:@[^/\s]+\/)?[^/\s]+)/gm);
    const names = new Set([...regions].map(([, name = ""]) => name));
    return [...names]
      .filter((name) => path.startsWith("dist/") && !noticed.includes(name))
      .map((name) => `${path} contains code of ${name}, whose license is not in dist/${NOTICES}`);
  });
}
