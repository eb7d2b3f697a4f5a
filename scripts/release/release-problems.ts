import { formatDiff } from "../../src/schema-diff/diff-schemas.js";
import { parseChangelog } from "../changelog/form.js";
import { checkVersion } from "./check-version.js";
import type { Release } from "./releases.js";

export interface ReleaseInput {
  /** The bundles that would be published now, with the version in package.json. */
  readonly now: Release;
  /** The stored bundles of that version. */
  readonly kept: Release | undefined;
  /** The newest stored release. */
  readonly last: Release | undefined;
  readonly changelog: string;
}

/**
 * Returns the reasons why a version cannot be stored as a release: a version that is too low, or no entry in the
 * change log.
 */
export function versionProblems({ now, last, changelog }: ReleaseInput): string[] {
  return [...(last === undefined ? [] : lowVersion(now, last)), ...missingEntry(changelog, now.version)];
}

/**
 * Returns the problems between releases. Schemas may change while package.json has the last version; each change
 * then needs an entry under "Unreleased". Before the first release, the entry may be there or under its version. Any other
 * version must be ready to publish.
 */
export function checkProblems(input: ReleaseInput): string[] {
  const { now, last, changelog } = input;
  if (last === undefined) return missingEntry(changelog).length === 0 ? [] : versionProblems(input);
  if (now.version !== last.version || isSame(now, last)) return publicationProblems(input);
  return missingEntry(changelog);
}

/**
 * Returns the reasons why a version cannot be published: those of {@link versionProblems}, and bundles that differ
 * from the stored ones.
 */
export function publicationProblems(input: ReleaseInput): string[] {
  const { now, kept } = input;
  const problems = versionProblems(input);
  if (kept === undefined) {
    return [...problems, `schema/protocol/releases/ does not have ${now.version}; run "npm run schema:release"`];
  }
  if (isSame(kept, now) || problems.length > 0) return problems;
  return [`the bundles differ from those stored for ${now.version} in schema/protocol/releases/; run "npm version"`];
}

export function isSame(a: Release, b: Release): boolean {
  return a.text === b.text && a.index === b.index;
}

function lowVersion(now: Release, last: Release): string[] {
  const { required, sufficient, diff } = checkVersion(now.version, JSON.parse(now.text), last);
  if (sufficient) return [];
  return [
    `the schemas have changed since ${last.version}:\n\n${formatDiff(diff)}\n` +
      `package.json has version ${now.version}; it must be ${required} or later`,
  ];
}

/** Returns a problem when the change log says nothing about a version, or about what is not released yet. */
function missingEntry(changelog: string, version?: string): string[] {
  const hasEntry = parseChangelog(changelog).findRelease(version)?.isEmpty() === false;
  return hasEntry ? [] : [`CHANGELOG.md has no entry under "## ${version ?? "Unreleased"}"; describe the changes`];
}
