import type { SchemaChange, SchemaDiff } from "./change.js";

const GROUPS: readonly (readonly [title: string, belongs: (change: SchemaChange) => boolean])[] = [
  ["breaking", ({ breaks }) => breaks.length > 0],
  ["new", ({ breaks, step }) => breaks.length === 0 && step === "minor"],
  ["other", ({ breaks, step }) => breaks.length === 0 && step === "patch"],
];

const WHOM = { mint: "code that mints", verify: "code that verifies" } as const;

/** Formats a diff as plain text: breaking changes, new members, other changes, and the step. */
export function formatDiff({ changes, step }: SchemaDiff): string {
  const groups = GROUPS.flatMap(([title, belongs]) => {
    const members = changes.filter(belongs);
    return members.length === 0 ? [] : [`${title}:\n${members.map((change) => `  ${line(change)}\n`).join("")}`];
  });
  const body = groups.length === 0 ? ["no change\n"] : groups;
  return [...body, `step: ${step}\n`].join("\n");
}

function line({ member, alsoAt, definition, kind, what, why, breaks }: SchemaChange): string {
  const place = member === "" ? "(root)" : member;
  const more = alsoAt.length === 0 ? "" : ` and ${alsoAt.length} more`;
  const whom = breaks.length === 0 ? "" : `; breaks ${breaks.map((party) => WHOM[party]).join(" and ")}: ${why}`;
  return `${place}${more} (${definition}) ${kind}: ${what}${whom}`;
}
