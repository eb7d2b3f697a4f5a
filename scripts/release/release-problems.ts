import { formatDiff } from "../../src/schema-diff/diff-schemas.js";
import { checkVersion } from "./check-version.js";
import type { Release } from "./releases.js";

export interface ReleaseInput {
  /** What would be published now, as the version of package.json. */
  readonly now: Release;
  /** What is kept of that version. */
  readonly kept: Release | undefined;
  /** The newest release that is kept. */
  readonly last: Release | undefined;
  readonly changelog: string;
}

/** Returns what prevents a version from being kept as a release: a version too low, or no entry in the change log. */
export function versionProblems({ now, last, changelog }: ReleaseInput): string[] {
  return [...(last === undefined ? [] : lowVersion(now, last)), ...missingEntry(changelog, now.version)];
}

/**
 * Returns what is wrong between releases. Schemas may change while package.json has the last version: each change needs
 * an entry under "Unreleased". Any other version must be ready to publish.
 */
export function checkProblems(input: ReleaseInput): string[] {
  const { now, last, changelog } = input;
  if (last === undefined) return versionProblems(input);
  if (now.version !== last.version || isSame(now, last)) return publicationProblems(input);
  return missingEntry(changelog, "Unreleased");
}

/** Returns what prevents a version from being published: the same, and bundles that differ from those kept for it. */
export function publicationProblems(input: ReleaseInput): string[] {
  const { now, kept } = input;
  const problems = versionProblems(input);
  if (kept === undefined) {
    return [...problems, `schema/protocol/releases/ does not have ${now.version}: run "npm run schema:release"`];
  }
  if (isSame(kept, now) || problems.length > 0) return problems;
  return [
    `the bundles are not those that schema/protocol/releases/ has of ${now.version}, byte for byte: run "npm version"`,
  ];
}

export function isSame(a: Release, b: Release): boolean {
  return a.text === b.text && a.index === b.index;
}

function lowVersion(now: Release, last: Release): string[] {
  const { asked, enough, diff } = checkVersion(now.version, JSON.parse(now.text), last);
  if (enough) return [];
  return [
    `since ${last.version} the schemas have changed:\n\n${formatDiff(diff)}\n` +
      `package.json has version ${now.version}; it must be ${asked} or later`,
  ];
}

function missingEntry(changelog: string, version: string): string[] {
  const section = changelog.split(/^## /m).find((text) => text.startsWith(`${version}\n`));
  const hasWords = section !== undefined && section.slice(version.length).trim() !== "";
  return hasWords ? [] : [`CHANGELOG.md says nothing under "## ${version}": write what changed`];
}
