import { compareVersions } from "compare-versions";
import { diffSchemas, nextVersion, type SchemaDiff } from "../../src/schema-diff/diff-schemas.js";
import type { Release } from "./releases.js";

export interface VersionVerdict {
  /** The lowest version that may be published. */
  readonly required: string;
  readonly sufficient: boolean;
  readonly diff: SchemaDiff;
}

/**
 * Compares a version with the lowest version that may follow the last release, given the changes of the schemas
 * since.
 *
 * @param version the version in package.json
 * @param schema the current bundle of Claims
 */
export function checkVersion(version: string, schema: unknown, last: Release): VersionVerdict {
  const diff = diffSchemas(JSON.parse(last.text), schema);
  const required = nextVersion(last.version, diff.step);
  // A prerelease counts as the version that it precedes.
  const numbers = version.replace(/-.*$/, "");
  return { required, sufficient: compareVersions(numbers, required) >= 0, diff };
}
