import type { Reading } from "../lint/reading.js";
import { eraOf, objectionsTo } from "../lint/server-objections.js";
import { type ServerVerdict, verdictOf } from "../lint/server-verdict.js";
import { protocolOf, targetNames } from "../targets/names.js";

/** Servers that follow each other and do the same with a token, as far as it is a matter of the release. */
export interface ServerGroup extends ServerVerdict {
  /** The oldest and the newest of them, which may be the same. */
  readonly from: string;
  readonly to: string;
}

/** The servers of a group, in words: "livekit-server@1.8.2 to 1.10.1". */
export function rangeOf({ from, to }: ServerGroup): string {
  return from === to ? from : `${from} to ${to.slice(to.indexOf("@") + 1)}`;
}

/** Places are many where a token is hostile. */
const MOST = 3;

/** The first places for which servers refuse or ignore. */
export function reasons(groups: readonly ServerGroup[]): string {
  const places = [...new Set(groups.flatMap(({ because }) => because))];
  const more = places.length - MOST;
  return places.slice(0, MOST).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

type Ask = (name: string) => ServerVerdict;

/**
 * Returns what the servers would do with a token, oldest first. Undefined when its claims are invalid: all refuse it then.
 *
 * @param now in seconds
 */
export function serverGroups(
  reading: Reading,
  now: number,
  names: readonly string[] = targetNames(),
): ServerGroup[] | undefined {
  const { served } = reading;
  if (served?.claims === undefined) return undefined;
  const objections = objectionsTo(reading, served, now);
  const ask: Ask = (name) => verdictOf(objections(protocolOf(name)));
  return byEra(names)
    .flatMap((era) => groupsIn(era, ask))
    .reduce(join, []);
}

/** Splits the names, oldest first, by era. An era does not come back, so where the first and the last are of one, all are. */
function byEra(names: readonly string[]): (readonly string[])[] {
  const [first, last] = [names[0], names.at(-1)].map((name) => eraOf(protocolOf(name as string)));
  if (first === last) return [names];
  const middle = names.length >> 1;
  const [before, after] = [byEra(names.slice(0, middle)), byEra(names.slice(middle))];
  const [left, right] = [before.at(-1) ?? [], after[0] ?? []];
  const isOne = eraOf(protocolOf(left[0] as string)) === eraOf(protocolOf(right[0] as string));
  return isOne ? [...before.slice(0, -1), [...left, ...right], ...after.slice(1)] : [...before, ...after];
}

/**
 * Within an era servers only ever come to know more. So where the first and the last of some do the same, those between
 * need not be asked, which keeps the program quick.
 */
function groupsIn(names: readonly string[], ask: Ask): ServerGroup[] {
  const [from, to] = [names[0] as string, names.at(-1) as string];
  const verdict = ask(from);
  if (isSame(verdict, ask(to))) return [{ from, to, ...verdict }];
  const middle = names.length >> 1;
  return [...groupsIn(names.slice(0, middle), ask), ...groupsIn(names.slice(middle), ask)];
}

function join(groups: readonly ServerGroup[], next: ServerGroup): ServerGroup[] {
  const last = groups.at(-1);
  if (last === undefined || !isSame(last, next)) return [...groups, next];
  return [...groups.slice(0, -1), { ...last, to: next.to }];
}

function isSame(a: ServerVerdict, b: ServerVerdict): boolean {
  return a.prediction === b.prediction && a.because.join() === b.because.join();
}
