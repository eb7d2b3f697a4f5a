import type { Drift } from "../compare.js";

export interface Finding {
  readonly title: string;
  readonly release: string;
  readonly drift: Drift;
}

/**
 * Returns lines to print for a finding: the source, and below it what is new, of another type, left out and missing.
 */
export function reportLines({ title, release, drift }: Finding, leftOut: ReadonlyMap<string, string>): string[] {
  const added = drift.added.map(({ name, type, renamed }) => {
    const reason = leftOut.get(name);
    if (reason !== undefined) return `left out: ${name}. ${reason}`;
    return `new: ${name} (${type})${renamed === undefined ? "" : `, perhaps ${renamed} by another name`}`;
  });
  const retyped = drift.retyped.map(({ name, ours, theirs }) => `of another type: ${name} is ${theirs}, here ${ours}`);
  const lacking = drift.lacking.length === 0 ? [] : [`lacks ${withoutMembers(drift.lacking).join(", ")}`];
  const lines = [...added.sort(newFirst), ...retyped, ...lacking];
  return [`${title} ${release}`, ...(lines.length === 0 ? ["has what we have"] : lines).map((line) => `  ${line}`)];
}

const newFirst = (a: string, b: string): number => Number(b.startsWith("new")) - Number(a.startsWith("new"));

/** Counts the members of missing objects instead of listing them. */
function withoutMembers(names: readonly string[]): string[] {
  const lacking = new Set(names);
  const isInside = (name: string): boolean => lacking.has(name.slice(0, name.lastIndexOf(".")));
  return names
    .filter((name) => !isInside(name))
    .map((name) => {
      const members = names.filter((other) => other.startsWith(`${name}.`)).length;
      return members === 0 ? name : `${name} with its ${members === 1 ? "member" : `${members} members`}`;
    });
}
