import { type PackagedFile, zip } from "./archives.js";
import type { Release } from "./release.js";
import { fillTemplate } from "./template.js";

/** A folder that is a GOPROXY with one module, whose files are embedded. */
export function goProxy({ data, license, words }: Release): PackagedFile[] {
  const { goModule = "", version = "" } = words;
  const usage = '`schemas.Files.ReadFile("bundles/index.json")` returns the bytes of a file.';
  const mod = fillTemplate("go/go.mod", words);
  const files = [
    { path: "go.mod", content: mod },
    license,
    { path: "README.md", content: fillTemplate("README.md", { ...words, usage }) },
    { path: "schemas.go", content: fillTemplate("go/schemas.go", words) },
    ...data,
  ];
  const inside = files.map(({ path, content }) => ({ path: `${goModule}@v${version}/${path}`, content }));
  const folder = `go/${goModule}/@v`;
  // A module has a time; that of the build would make every build another one.
  const info = { Version: `v${version}`, Time: "1980-01-01T00:00:00Z" };
  return [
    { path: `${folder}/list`, content: `v${version}\n` },
    { path: `${folder}/v${version}.info`, content: `${JSON.stringify(info)}\n` },
    { path: `${folder}/v${version}.mod`, content: mod },
    { path: `${folder}/v${version}.zip`, content: zip(inside) },
  ];
}
