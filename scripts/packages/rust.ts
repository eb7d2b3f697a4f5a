import { type PackagedFile, tarGz } from "./archives.js";
import type { Release } from "./release.js";
import { fillTemplate } from "./template.js";

/** A crate, whose files are included as texts. */
export function rustCrate({ data, license, words }: Release): PackagedFile {
  const { name = "", snake = "", version = "" } = words;
  const usage = `\`${snake}::read("bundles/index.json")\` returns the text of a file, and \`FILES\` has all of them.`;
  const included = data.map(({ path }) => `    ("${path}", include_str!("../${path}")),`).join("\n");
  const files = [
    { path: "Cargo.toml", content: fillTemplate("rust/Cargo.toml", words) },
    license,
    { path: "README.md", content: fillTemplate("README.md", { ...words, usage }) },
    { path: "src/lib.rs", content: fillTemplate("rust/lib.rs", { ...words, files: included }) },
    ...data,
  ];
  const folder = `${name}-${version}`;
  const inside = files.map(({ path, content }) => ({ path: `${folder}/${path}`, content }));
  return { path: `${folder}.crate`, content: tarGz(inside) };
}
