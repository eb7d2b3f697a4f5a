import type { ChangeKind, SchemaChange, SchemaDiff } from "../../../src/schema-diff.js";

const UNRELEASED = "## Unreleased";

/** What a change of each kind is called in a list of them. */
const TITLES: Readonly<Record<ChangeKind, string>> = {
  added: "New",
  widened: "Takes more",
  changed: "Changed",
  narrowed: "Takes less",
  removed: "Gone",
};

/**
 * The change log with lines about a new release of the protocol under "Unreleased", which is made when it is not there.
 * They are a draft: the names of what changed, for somebody to put into words.
 */
export function draftChangelog(text: string, release: string, { changes }: SchemaDiff): string {
  const lines = [`- The room configuration is that of \`@livekit/protocol\` ${release}.`];
  for (const kind of Object.keys(TITLES) as ChangeKind[]) {
    const ofKind = changes.filter((change) => change.kind === kind && change.step !== "patch");
    for (const [whom, named] of groupBy(ofKind, whomOf)) {
      lines.push(`- ${TITLES[kind]}: ${[...new Set(named.map(entryFor))].join(", ")}${whom}.`);
    }
  }
  const draft = `${lines.join("\n")}\n`;
  const at = text.indexOf(`\n${UNRELEASED}\n`);
  if (at === -1) return text.replace(/^(# .*\n)/, `$1\n${UNRELEASED}\n\n${draft}`);
  const start = at + `\n${UNRELEASED}\n\n`.length;
  return text.slice(0, start) + draft + text.slice(start);
}

function entryFor({ definition, kind, what }: SchemaChange): string {
  const detail = kind === "added" || kind === "removed" ? "" : ` (${what})`;
  return `\`${definition}\`${detail}`;
}

function whomOf({ breaks }: SchemaChange): string {
  return breaks.length === 0 ? "" : `; breaks ${breaks.map((party) => `those who ${party}`).join(" and ")}`;
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}
