import type { Content } from "../../../lint/reading.js";
import { type Era, eraOf, objectionsTo } from "../../../lint/server-objections.js";
import { protocolOf, targetNames } from "../../../targets/names.js";
import { type ServerVerdict, verdictOf } from "./server-verdict.js";

/** Servers that follow each other and do the same with a token, as far as it is a matter of what they know. */
export interface ServerGroup extends ServerVerdict {
  /** The oldest and the newest of them, which may be the same. */
  readonly from: string;
  readonly to: string;
}

type Ask = (name: string) => ServerVerdict;

/** What the servers would do with a token, oldest first. Undefined when its claims are invalid: all refuse it then. */
export function serverGroups(content: Content, names: readonly string[] = targetNames()): ServerGroup[] | undefined {
  if (content.claims === undefined) return undefined;
  const objections = objectionsTo(content);
  const ask: Ask = (name) => verdictOf(objections(protocolOf(name)));
  return byEra(names)
    .flatMap((era) => groupsIn(era, ask))
    .reduce(join, []);
}

function byEra(names: readonly string[]): string[][] {
  const eras: Partial<Record<Era, string[]>> = {};
  for (const name of names) {
    const era = eraOf(protocolOf(name));
    eras[era] = [...(eras[era] ?? []), name];
  }
  return Object.values(eras);
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
