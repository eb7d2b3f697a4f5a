import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Words } from "../packages/release.js";
import { fill } from "../packages/template.js";

const FOLDER = new URL("../../test/languages/packages/", import.meta.url);

/** How the package of a language is installed and used, from its usage.json. */
export interface PackageUsage {
  /** The id of the package, and the name of its folder in test/languages/packages/. */
  readonly id: string;
  /** The language, as its users write it. */
  readonly title: string;
  /** The package, below packages/. */
  readonly file: string;
  /** Commands that print the version of what must be there, such as "go version". */
  readonly needs: readonly string[];
  /** The commands that install the package, in a folder that holds it. */
  readonly install: readonly string[];
  /** Further files of the folder that the example needs. */
  readonly files?: readonly string[];
  readonly example: string;
  /** The info string of the example's code block. */
  readonly highlight: string;
  readonly build?: readonly string[];
  readonly run: readonly string[];
  readonly notes?: readonly string[];
  /** Variables that keep what is installed inside `{work}`, the project, or `{cache}`, which outlives it. */
  readonly env: Readonly<Record<string, string>>;
}

/** All usages, with the words of the packages filled in. */
export function readUsages(words: Words): PackageUsage[] {
  const entries = readdirSync(fileURLToPath(FOLDER), { withFileTypes: true });
  const ids = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return ids.sort().map((id) => JSON.parse(read(id, "usage.json", words)));
}

/** The page of the packages: where they are from, and how each is installed and used. */
export function packagesPage(usages: readonly PackageUsage[], words: Words): string {
  return `# Packages

\`npm run packages\` makes packages of the bundles, the defaults and the conformance vectors for those who do not use npm, in the folder \`packages/\`: the same files for each language, with a loader of a few lines. Their versions are that of livekit-claims. Each release on GitHub has them attached, with an attestation of where they were built; they are not in the registries of these languages. \`npm run test:languages\` installs each in an empty project and runs its example. Two builds have the same bytes (of the jar, with the same JDK), and \`SHA256SUMS\` has the digest of each.

${usages.map((usage) => section(usage, words)).join("\n\n")}

## Everyone else

\`${words.name}-${words.version}.tar.gz\` has the files alone, with the digest of each:

\`\`\`sh
sha256sum --check --ignore-missing SHA256SUMS
tar -xzf ${words.name}-${words.version}.tar.gz
cd ${words.name}-${words.version} && sha256sum --check SHA256SUMS
\`\`\`

It also has \`bundles/index.json\` and \`vectors/index.json\`, which list the same files with their digests, their kinds and the releases that they are of.
`;
}

function section(usage: PackageUsage, words: Words): string {
  const { id, title, file, install, files = [], example, highlight, build, run, notes = [] } = usage;
  const named = (name: string, info: string): string[] => [`\`${name}\`:`, fence(info, read(id, name, words))];
  return [
    `## ${title}`,
    `In a folder that holds \`${file}\`:`,
    fence("sh", install.join("\n")),
    ...files.flatMap((name) => named(name, name.slice(name.lastIndexOf(".") + 1))),
    ...named(example, highlight),
    ...(build ? [fence("sh", build.join("\n"))] : []),
    fence("sh", run.join("\n")),
    "It prints",
    fence("text", `${words.version} ${words.protocol}\nClaims\ninvalid EXPIRED`),
    ...notes,
  ].join("\n\n");
}

function read(id: string, file: string, words: Words): string {
  return fill(readFileSync(new URL(`${id}/${file}`, FOLDER), "utf8"), words, `${id}/${file}`).trimEnd();
}

function fence(info: string, text: string): string {
  return `\`\`\`${info}\n${text}\n\`\`\``;
}
