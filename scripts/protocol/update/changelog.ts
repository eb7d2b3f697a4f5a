import { Change } from "keep-a-changelog";
import type { ChangeKind, SchemaChange, SchemaDiff } from "../../../src/schema-diff/diff-schemas.js";
import { parseChangelog, unreleasedOf } from "../../changelog/form.js";

/** The line of an earlier update, which the next one replaces. */
const EARLIER = /^The room configuration is that of `github\.com\/livekit\/protocol` \S+\.$/;

/** The section for each kind of change, and the start of its line. */
const TITLES: Readonly<Record<ChangeKind, readonly [section: string, title: string]>> = {
  added: ["added", "New"],
  widened: ["changed", "Accepts more"],
  changed: ["changed", "Changed"],
  narrowed: ["changed", "Accepts less"],
  removed: ["removed", "Removed"],
};

/**
 * Adds lines about a new release of the protocol under "Unreleased". The lines are a draft: they name the changes, for a
 * maintainer to describe.
 *
 * @param repository the "repository" of package.json, for the links of versions
 */
export function draftChangelog(
  text: string,
  release: string,
  { changes }: SchemaDiff,
  repository?: { readonly url: string },
): string {
  const changelog = parseChangelog(text, repository);
  const sections = unreleasedOf(changelog).changes;
  const drafts = new Map([
    ["changed", [`The room configuration is that of \`github.com/livekit/protocol\` ${release}.`]],
  ]);
  for (const [kind, [section, title]] of Object.entries(TITLES)) {
    const ofKind = changes.filter((change) => change.kind === kind && change.step !== "patch");
    for (const [broken, named] of groupBy(ofKind, affectedCode)) {
      const line = `${title}: ${[...new Set(named.map(entryFor))].join(", ")}${broken}.`;
      drafts.set(section, [...(drafts.get(section) ?? []), line]);
    }
  }
  for (const [section, lines] of drafts) {
    const present = (sections.get(section) ?? []).filter(({ title }) => !EARLIER.test(title));
    sections.set(section, [...lines.map((line) => new Change(line)), ...present]);
  }
  return changelog.toString();
}

function entryFor({ definition, kind, what }: SchemaChange): string {
  const detail = kind === "added" || kind === "removed" ? "" : ` (${what})`;
  return `\`${definition}\`${detail}`;
}

function affectedCode({ breaks }: SchemaChange): string {
  return breaks.length === 0
    ? ""
    : `; breaks ${breaks.map((party) => `code that ${party === "mint" ? "mints" : "verifies"}`).join(" and ")}`;
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}
