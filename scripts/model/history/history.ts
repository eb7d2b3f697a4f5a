import { compareProtocolVersions } from "../../../src/targets/protocol-version.js";
import { KINDS, type Kind, type ReleaseModel } from "./kinds.js";

/** The history of a name: a claim, message, member, oneof, enum or value. */
export interface Entry {
  /** The release that introduced it. */
  readonly since: string;
  /** The release that removed it. Absent while it exists. */
  readonly removed?: string;
  /** Its description in the last release that has it, as in ReleaseModel. Absent for messages and enums. */
  readonly is?: string;
  /** Its earlier descriptions, by the release that changed each. */
  readonly was?: Readonly<Record<string, string>>;
  /** The periods without it: from the first release of each pair until the second. */
  readonly away?: readonly (readonly [from: string, until: string])[];
}

export type Entries = Readonly<Record<string, Entry>>;

/** The additions, changes and removals in a series of releases. The oldest release represents all before it. */
export interface History extends Readonly<Record<Kind, Entries>> {
  /** The releases that were read, oldest first. */
  readonly releases: readonly string[];
  /**
   * The checksum of each release's module, as in go.sum. Releases without one were read from the tags of the
   * repository.
   */
  readonly sums: Readonly<Record<string, string>>;
}

export const EMPTY: History = {
  releases: [],
  sums: {},
  claims: {},
  messages: {},
  members: {},
  oneofs: {},
  enums: {},
  values: {},
};

/**
 * Adds a release to the history. It must be later than all others.
 *
 * @param sum the checksum of its module
 */
export function extend(history: History, release: string, model: ReleaseModel, sum?: string): History {
  const next = (kind: Kind): Entries => extendEntries(history[kind], release, model[kind]);
  const kinds = Object.fromEntries(KINDS.map((kind) => [kind, next(kind)])) as Record<Kind, Entries>;
  const sums = sum === undefined ? history.sums : { ...history.sums, [release]: sum };
  return { releases: [...history.releases, release], sums, ...kinds };
}

/** Returns the content of a release in the history. */
export function modelAt(history: History, release: string): ReleaseModel {
  const had = (kind: Kind): Record<string, string> =>
    Object.fromEntries(
      Object.entries(history[kind]).flatMap(([name, entry]) =>
        isThere(entry, release) ? [[name, wasAt(entry, release)]] : [],
      ),
    );
  return Object.fromEntries(KINDS.map((kind) => [kind, had(kind)])) as ReleaseModel;
}

function isThere({ since, removed, away = [] }: Entry, release: string): boolean {
  const reached = (other: string | undefined) => other !== undefined && compareProtocolVersions(release, other) >= 0;
  return reached(since) && !reached(removed) && !away.some(([from, until]) => reached(from) && !reached(until));
}

function wasAt({ is = "", was = {} }: Entry, release: string): string {
  const change = Object.entries(was).find(([by]) => compareProtocolVersions(release, by) < 0);
  return change?.[1] ?? is;
}

/** Adds a release to the entries. An empty description is not stored. */
export function extendEntries(past: Entries, release: string, present: Readonly<Record<string, string>>): Entries {
  const entries: Record<string, Entry> = {};
  for (const [name, is] of Object.entries(present)) {
    entries[name] = keep(past[name], release, is);
  }
  for (const [name, entry] of Object.entries(past)) {
    if (!Object.hasOwn(present, name)) entries[name] = { ...entry, removed: entry.removed ?? release };
  }
  return entries;
}

function keep(entry: Entry | undefined, release: string, is: string): Entry {
  if (!entry) return is === "" ? { since: release } : { since: release, is };
  const { removed, ...rest } = entry;
  const back = removed === undefined ? rest : { ...rest, away: [...(rest.away ?? []), [removed, release] as const] };
  if (back.is === undefined || back.is === is) return back;
  return { ...back, is, was: { ...back.was, [release]: back.is } };
}

/** Returns the release since which a name exists without interruption, or undefined when it does not exist now. */
export function knownSince(entry: Entry | undefined): string | undefined {
  if (!entry || entry.removed !== undefined) return undefined;
  return entry.away?.at(-1)?.[1] ?? entry.since;
}
