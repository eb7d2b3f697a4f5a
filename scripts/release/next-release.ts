import { nextVersion } from "../../src/schema-diff/diff-schemas.js";
import { parseChangelog } from "../changelog/form.js";
import { checkVersion } from "./check-version.js";
import type { ReleaseInput } from "./release-problems.js";

/**
 * Returns the lowest version that the next release may have. It is the version in package.json before the first release,
 * and when nothing has changed since the last one.
 */
export function nextRelease({ now, last, changelog }: Omit<ReleaseInput, "kept">): string {
  const isUnreleased = parseChangelog(changelog).findRelease()?.isEmpty() === false;
  if (last === undefined || !isUnreleased) return now.version;
  const { required } = checkVersion(now.version, JSON.parse(now.text), last);
  return required === last.version ? nextVersion(last.version, "patch") : required;
}
