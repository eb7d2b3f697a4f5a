import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { jsonText } from "../emit/output/json-text.js";
import { download } from "../process/run.js";
import { inTemporaryFolder } from "../process/temporary-folder.js";
import { NOTICES, noticedPackages } from "./notices.js";

const CYCLONEDX = "@cyclonedx/cyclonedx-npm@6.0.1";

/** The part of a CycloneDX document that is read here. */
export interface Sbom {
  readonly metadata: { readonly component: { readonly "bom-ref": string } };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

interface Component {
  readonly "bom-ref": string;
  readonly group?: string;
  readonly name: string;
  readonly version: string;
  readonly scope?: string;
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

/**
 * Returns the CycloneDX document of the package that is built in a folder: what it depends on, and what is bundled in its
 * files. Two runs return the same text.
 */
export async function readSbom(root: string): Promise<string> {
  const bundled = noticedPackages(await readFile(join(root, "dist", NOTICES), "utf8"));
  const complete = await inTemporaryFolder(async (folder) => {
    const file = join(folder, "sbom.json");
    // Its optional dependencies validate the document. The one with an install script validates only XML.
    const npx = ["--yes", "--ignore-scripts", `--package=${CYCLONEDX}`, "--", "cyclonedx-npm"];
    // The lock file, not node_modules, which may be a link that npm takes for the packages of another project.
    const options = ["--package-lock-only", "--output-reproducible", "--validate", "--mc-type", "library"];
    await download("npx", [...npx, ...options, "--output-file", file], { cwd: root });
    return readFile(file, "utf8");
  });
  return jsonText(published(JSON.parse(complete), bundled));
}

/**
 * Leaves out of a document the packages that are needed only for development and are not published in bundles.
 *
 * @param bundled the names and versions of packages that are in bundles, such as "jose 6.2.18"
 */
export function published<T extends Sbom>(sbom: T, bundled: readonly string[]): T {
  const isBundled = ({ group, name, version }: Component): boolean =>
    bundled.includes(`${group === undefined ? "" : `${group}/`}${name} ${version}`);
  const isDevelopment = ({ properties = [] }: Component): boolean =>
    properties.some(({ name, value }) => name === "cdx:npm:package:development" && value === "true");
  const components = sbom.components
    .filter((component) => isBundled(component) || !isDevelopment(component))
    .map(({ properties = [], ...component }) => ({
      ...component,
      properties: properties.filter(({ name }) => name !== "cdx:npm:package:development"),
    }));
  const refs = new Set([sbom.metadata.component, ...components].map((component) => component["bom-ref"]));
  const dependencies = sbom.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)) }));
  return { ...sbom, components, dependencies };
}
