/** The part of package.json that the list reads. */
export interface Manifest {
  readonly name: string;
  readonly repository: { readonly url: string };
}

/**
 * Returns the steps of a release that a person does.
 *
 * @param isFirst whether no version has been released yet, so that accounts have to be set up
 */
export function toDo({ name, repository }: Manifest, version: string, isFirst: boolean): string[] {
  const address = repository.url.replace(/^git\+/, "").replace(/\.git$/, "");
  const setUp = [
    `Put the real organization into "repository", "homepage" and "bugs" of package.json, now ${address}, and run npm run generate.`,
    `On GitHub: create the environment "npm" with required reviewers, protect tags that match v*, and set the source of Pages to GitHub Actions.`,
    `On npm: reserve ${name} and ${name}-vectors with two-factor authentication. A trusted publisher can be set only for a package that exists, so publish a version such as 0.0.0 of each by hand.`,
    `On npm, for both packages: name this repository, release.yml and the environment "npm" as the trusted publisher, and disallow tokens.`,
  ];
  return [
    ...(isFirst ? setUp : []),
    "Read the section of CHANGELOG.md as a user would.",
    "Run npm run check -- --all.",
    `On main, with nothing uncommitted: npm version ${version} --allow-same-version`,
    "git push --follow-tags, which starts release.yml.",
    `Approve the job "publish" on GitHub.`,
    `Afterwards: npm audit signatures in a project that has ${name}@${version}, and read the release and the site.`,
  ];
}
