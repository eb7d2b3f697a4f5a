import { sha256 } from "../emit/output/sha256.js";
import { type PackagedFile, zip } from "./archives.js";
import type { Release } from "./release.js";
import { fillTemplate } from "./template.js";

/** A wheel, whose files are read by importlib.resources. */
export function pythonWheel({ data, license, words }: Release): PackagedFile {
  const { snake = "", version = "" } = words;
  const usage = '`load("bundles/index.json")` of `{{snake}}` parses a file, and `read` returns its text.';
  const readme = fillTemplate("README.md", { ...words, usage: usage.replace("{{snake}}", snake) });
  const info = `${snake}-${version}.dist-info`;
  const files: PackagedFile[] = [
    { path: `${snake}/__init__.py`, content: fillTemplate("python/__init__.py", words) },
    { path: `${snake}/py.typed`, content: "" },
    ...data.map(({ path, content }) => ({ path: `${snake}/data/${path}`, content })),
    { path: `${info}/METADATA`, content: fillTemplate("python/METADATA", { ...words, readme }) },
    { path: `${info}/WHEEL`, content: fillTemplate("python/WHEEL", words) },
    { path: `${info}/licenses/${license.path}`, content: license.content },
  ];
  const record = { path: `${info}/RECORD`, content: recordOf(files, `${info}/RECORD`) };
  return { path: `${snake}-${version}-py3-none-any.whl`, content: zip([...files, record]) };
}

/** The list of files with their digests that a wheel has, and that installers check. */
function recordOf(files: readonly PackagedFile[], itself: string): string {
  const lines = files.map(({ path, content }) => {
    return `${path},sha256=${sha256(content, "base64url")},${Buffer.byteLength(content)}\n`;
  });
  return `${lines.join("")}${itself},,\n`;
}
