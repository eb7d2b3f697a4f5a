import { compareVersions } from "compare-versions";
import { diffSchemas, nextVersion, type SchemaDiff } from "../../src/schema-diff/diff-schemas.js";
import type { Release } from "./releases.js";

export interface VersionVerdict {
  /** The least version that may be published. */
  readonly asked: string;
  readonly enough: boolean;
  readonly diff: SchemaDiff;
}

/**
 * Whether a version may be published after the last release, by what became of the schemas since.
 *
 * @param version that of package.json
 * @param schema the bundle of Claims as it is now
 */
export function checkVersion(version: string, schema: unknown, last: Release): VersionVerdict {
  const diff = diffSchemas(JSON.parse(last.text), schema);
  const asked = nextVersion(last.version, diff.step);
  // A prerelease counts as the version that it is on the way to.
  const numbers = version.replace(/-.*$/, "");
  return { asked, enough: compareVersions(numbers, asked) >= 0, diff };
}
