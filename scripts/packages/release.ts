import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { PackagedFile } from "./archives.js";

const ROOT = new URL("../../", import.meta.url);

/** The content of every package, and the words that its templates use. */
export interface Release {
  /** Bundles, defaults and vectors, with their indices: the same files in each package. */
  readonly data: readonly PackagedFile[];
  readonly license: PackagedFile;
  /** The words that templates have in double braces. */
  readonly words: Words;
}

export type Words = Readonly<Record<string, string>>;

/** The name of the packages, in the spelling that most registries have. */
export const PACKAGE = "livekit-claims-schemas";

/** Reads what is published of the checkout. */
export function readRelease(): Release {
  const { protocol }: { protocol: string } = JSON.parse(text("generated/bundles/index.json"));
  return {
    data: [...filesBelow("bundles"), ...filesBelow("vectors")],
    license: { path: "LICENSE", content: text("LICENSE") },
    words: wordsOf(protocol),
  };
}

/**
 * The words of templates, from package.json.
 *
 * @throws Error when its version is not one that every registry takes
 */
export function wordsOf(protocol: string): Words {
  const { version, license, homepage, repository } = JSON.parse(text("package.json"));
  if (!/^\d+\.\d+\.\d+$/.test(version))
    throw new Error(`package.json: "version" must be such as 1.2.3, not ${version}`);
  const address = /github\.com\/([^/]+)\/([^/]+?)(?:\.git)?$/.exec(repository.url);
  if (!address) throw new Error('package.json: "repository" must be at github.com');
  const [, owner = "", name = ""] = address;
  return {
    name: PACKAGE,
    snake: PACKAGE.replaceAll("-", "_"),
    version,
    protocol,
    license,
    homepage,
    repository: `https://github.com/${owner}/${name}`,
    goModule: `github.com/${owner}/${PACKAGE}`,
    javaGroup: `io.github.${owner}`,
    javaPackage: `io.github.${owner.replaceAll("-", "")}`,
  };
}

/** The files of a folder of generated/, without what makes an npm package of it. */
function filesBelow(folder: string): PackagedFile[] {
  const names = readdirSync(fileURLToPath(new URL(`generated/${folder}/`, ROOT))).sort();
  return names
    .filter((name) => !["package.json", "LICENSE"].includes(name))
    .map((name) => ({ path: `${folder}/${name}`, content: text(`generated/${folder}/${name}`) }));
}

function text(path: string): string {
  return readFileSync(new URL(path, ROOT), "utf8");
}
