import { compareVersions } from "compare-versions";

/** Returns the versions of the form 1.2.3, oldest first. */
export function fullReleases(versions: readonly string[]): string[] {
  return versions.filter((version) => /^\d+\.\d+\.\d+$/.test(version)).sort(compareVersions);
}
