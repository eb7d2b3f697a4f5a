import { sha256 } from "../emit/output/sha256.js";
import { type PackagedFile, tarGz } from "./archives.js";
import { PACKAGE, type Release } from "./release.js";
import { fillTemplate } from "./template.js";

export const SUMS = "SHA256SUMS";

/** The files for everyone else, with their digests. */
export function archive({ data, license, words }: Release): PackagedFile {
  const folder = `${PACKAGE}-${words.version}`;
  const usage = `\`sha256sum --check ${SUMS}\` checks them.`;
  const files = [license, { path: "README.md", content: fillTemplate("README.md", { ...words, usage }) }, ...data];
  const inside = [...files, sumsOf(files)].map(({ path, content }) => ({ path: `${folder}/${path}`, content }));
  return { path: `${folder}.tar.gz`, content: tarGz(inside) };
}

/** The digests of files, as `sha256sum --check` reads them. */
export function sumsOf(files: readonly PackagedFile[]): PackagedFile {
  const lines = files.map(({ path, content }) => `${sha256(content)}  ${path}\n`);
  return { path: SUMS, content: lines.join("") };
}
