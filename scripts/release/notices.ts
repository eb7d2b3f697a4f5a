import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The file of dist/ with the licenses of bundled packages. */
export const NOTICES = "THIRD-PARTY-NOTICES.txt";

/** Returns the folder of the package that a module belongs to, or undefined for a module of our own. */
export function packageFolder(module: string): string | undefined {
  return /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module.replaceAll("\\", "/"))?.[1];
}

/**
 * Returns the notices of bundled packages: name, version, license, the files that contain them, and the license text.
 *
 * @param bundled the files of dist/ that contain code of a package, by the folder of the package
 * @throws Error when a package has no license text
 */
export function notices(bundled: ReadonlyMap<string, ReadonlySet<string>>): string {
  const parts = [...bundled].map(([folder, files]) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return `${name} ${version} (${license})\nin ${[...files].sort().join(", ")}\n\n${licenseText(folder)}\n`;
  });
  return ["The files of this folder contain code of these packages.\n", ...parts.sort()].join(RULE);
}

const RULE = `\n${"-".repeat(80)}\n\n`;

/** Returns the names and versions of the packages that notices are about. */
export function noticedPackages(text: string): string[] {
  return text
    .split(RULE)
    .slice(1)
    .map((part) => part.slice(0, part.indexOf(" (")));
}

function licenseText(folder: string): string {
  const file = readdirSync(folder).find((name) => /^licen[cs]e(\.|$)/i.test(name));
  if (file === undefined) throw new Error(`${folder} has no license text, so its code cannot be bundled`);
  return readFileSync(join(folder, file), "utf8").trim();
}
