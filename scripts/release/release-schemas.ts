import { join } from "node:path";
import { readReleaseInput } from "./read-release-input.js";
import { checkProblems, isSame, publicationProblems, type ReleaseInput, versionProblems } from "./release-problems.js";
import { storeRelease } from "./releases.js";

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
  const input = await readReleaseInput(root);
  if (option !== undefined) {
    const problems = option === "--check" ? checkProblems(input) : publicationProblems(input);
    return problems.length > 0 ? { problems } : { problems, outcome: verdict(input) };
  }
  const problems = versionProblems(input);
  if (problems.length > 0) return { problems };
  return {
    problems,
    outcome: `schema/${await storeRelease(join(root, "schema"), input.now)} has the bundles of this version`,
  };
}

function verdict({ now, last }: ReleaseInput): string {
  if (last === undefined) return `${now.version} is the first release`;
  const isChanged = now.version === last.version && !isSame(now, last);
  return isChanged
    ? `the schemas have changed since ${now.version}; run "npm version" for the next version`
    : `${now.version} may be published`;
}
