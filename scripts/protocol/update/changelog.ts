import type { ChangeKind, SchemaChange, SchemaDiff } from "../../../src/schema-diff/diff-schemas.js";

/** The heading and the empty lines after it. */
const UNRELEASED = /^## Unreleased *\n+/m;

/** The line of an earlier update, which the next one replaces. */
const EARLIER = /^- The room configuration is that of `github\.com\/livekit\/protocol` \S+\.\n/gm;

/** The titles of kinds of changes in a list. */
const TITLES: Readonly<Record<ChangeKind, string>> = {
  added: "New",
  widened: "Accepts more",
  changed: "Changed",
  narrowed: "Accepts less",
  removed: "Removed",
};

/**
 * Adds lines about a new release of the protocol under "Unreleased", and adds the heading if it is missing. The
 * lines are a draft: they name the changes, for a maintainer to describe.
 */
export function draftChangelog(text: string, release: string, { changes }: SchemaDiff): string {
  const lines = [`- The room configuration is that of \`github.com/livekit/protocol\` ${release}.`];
  for (const kind of Object.keys(TITLES) as ChangeKind[]) {
    const ofKind = changes.filter((change) => change.kind === kind && change.step !== "patch");
    for (const [broken, named] of groupBy(ofKind, affectedCode)) {
      lines.push(`- ${TITLES[kind]}: ${[...new Set(named.map(entryFor))].join(", ")}${broken}.`);
    }
  }
  const draft = `${lines.join("\n")}\n`;
  const heading = UNRELEASED.exec(text);
  if (!heading) return text.replace(/^(?:# .*\n)?/, (title) => `${title}\n## Unreleased\n\n${draft}`);
  const [head, rest] = [text.slice(0, heading.index), text.slice(heading.index + heading[0].length)];
  const end = rest.search(/^## /m);
  const section = (end === -1 ? rest : rest.slice(0, end)).replace(EARLIER, "");
  const gap = section === "" && end !== -1 ? "\n" : "";
  return `${head}## Unreleased\n\n${draft}${gap}${section}${end === -1 ? "" : rest.slice(end)}`;
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
