import type { Step } from "./change.js";

/** Matches a version. A prerelease counts as the release that it precedes. */
const FORM = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-[\dA-Za-z.-]+)?$/;

/**
 * Returns the lowest version that a step allows. As in npm's `^0.1.0`, below 1.0.0 a minor version may break and a
 * patch may add.
 *
 * @param version such as "1.4.0"
 * @throws RangeError when it is not a version
 */
export function nextVersion(version: string, step: Step): string {
  const [major, minor, patch] = parseVersion(version);
  if (step === "none") return [major, minor, patch].join(".");
  if (step === "major" && major > 0) return `${major + 1}.0.0`;
  if (step === "major" || (step === "minor" && major > 0)) return `${major}.${minor + 1}.0`;
  return `${major}.${minor}.${patch + 1}`;
}

function parseVersion(version: string): [major: number, minor: number, patch: number] {
  const match = FORM.exec(version);
  if (!match) throw new RangeError(`"${version}" is not a version; pass one such as 1.4.0`);
  return [Number(match[1]), Number(match[2]), Number(match[3])];
}
