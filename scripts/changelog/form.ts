import { type Changelog, parser, Release } from "keep-a-changelog";

/**
 * Reads CHANGELOG.md, which has the form of Keep a Changelog 1.1.0.
 *
 * @param repository the "repository" of package.json, for the links of versions
 * @throws Error when the text has another form, with the line
 */
export function parseChangelog(text: string, repository?: { readonly url: string }): Changelog {
  const changelog = read(text);
  changelog.format = "markdownlint";
  if (repository) changelog.url = repository.url.replace(/^git\+/, "").replace(/\.git$/, "");
  return changelog;
}

function read(text: string): Changelog {
  try {
    return parser(text);
  } catch (error) {
    throw new Error(`CHANGELOG.md does not have the form of Keep a Changelog: ${(error as Error).message}`);
  }
}

/** Returns the section "Unreleased", which is added if it is missing. */
export function unreleasedOf(changelog: Changelog): Release {
  const found = changelog.findRelease();
  if (found) return found;
  const release = new Release();
  changelog.addRelease(release);
  return release;
}

/** Turns "Unreleased" into the section of a version. Changes nothing when that section is there and nothing is unreleased. */
export function releaseUnreleased(changelog: Changelog, version: string, date: string): void {
  const unreleased = changelog.findRelease();
  if (unreleased === undefined || (unreleased.isEmpty() && changelog.findRelease(version))) return;
  if (changelog.findRelease(version)) {
    throw new Error(`CHANGELOG.md has entries under "Unreleased" and a section for ${version}; use a later version`);
  }
  unreleased.setVersion(version);
  unreleased.setDate(date);
}
