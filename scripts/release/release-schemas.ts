import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { checkProblems, isSame, publicationProblems, type ReleaseInput, versionProblems } from "./release-problems.js";
import { lastRelease, type Release, storedRelease, storeRelease } from "./releases.js";

/** The problems, or the outcome in words when there are none. */
export interface ReleaseReport {
  readonly problems: readonly string[];
  readonly outcome?: string;
}

/**
 * Stores the bundles of the version in package.json, or with an option only checks.
 *
 * @param root the folder of the repository
 */
export async function releaseSchemas(root: string, option?: "--check" | "--publish"): Promise<ReleaseReport> {
  const schemaFolder = join(root, "schema");
  const input = await readInput(root, schemaFolder);
  if (option !== undefined) {
    const problems = option === "--check" ? checkProblems(input) : publicationProblems(input);
    return problems.length > 0 ? { problems } : { problems, outcome: verdict(input) };
  }
  const problems = versionProblems(input);
  if (problems.length > 0) return { problems };
  return { problems, outcome: `schema/${await storeRelease(schemaFolder, input.now)} has the bundles of this version` };
}

function verdict({ now, last }: ReleaseInput): string {
  if (last === undefined) return `${now.version} is the first release`;
  const isChanged = now.version === last.version && !isSame(now, last);
  return isChanged
    ? `the schemas have changed since ${now.version}; run "npm version" for the next version`
    : `${now.version} may be published`;
}

async function readInput(root: string, schemaFolder: string): Promise<ReleaseInput> {
  const now = await currentRelease(root);
  const [kept, last, changelog] = await Promise.all([
    storedRelease(schemaFolder, now.version),
    lastRelease(schemaFolder),
    readFile(join(root, "CHANGELOG.md"), "utf8"),
  ]);
  return { now, kept, last, changelog };
}

async function currentRelease(root: string): Promise<Release> {
  const { version }: { version: string } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const [text, index] = await Promise.all(
    ["claims.rules-mint.2020-12.json", "index.json"].map((name) =>
      readFile(join(root, "generated", "bundles", name), "utf8"),
    ),
  );
  return { version, text: text ?? "", index: index ?? "" };
}
