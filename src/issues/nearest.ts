import { foldName } from "../json/fold.js";

/** The longest name, in characters, that gets a suggestion. Comparing a longer one costs more than it helps. */
const MAX_NAME_LENGTH = 64;

/**
 * Returns the known name that was probably meant, or undefined. Tries in this order:
 *
 * 1. a name that differs in case, underscores and dashes only
 * 2. a name one letter away
 * 3. the shortest name that has one word more: "roomJoin" for "join"
 * 4. a name that lacks the word "name" at the end: "room" for "roomName"
 * 5. a name two letters away
 */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (name.length > MAX_NAME_LENGTH) return undefined;
  const folded = foldName(name);
  const within = (distance: number) =>
    folded.length > 2 * distance ? known.find((other) => isMistyped(folded, foldName(other), distance)) : undefined;
  return (
    known.find((other) => foldName(other) === folded) ??
    within(1) ??
    withOneWordMore(name, known) ??
    known.find((other) => folded === `${foldName(other)}name`) ??
    within(2)
  );
}

/**
 * Returns whether a name is at most so many letters away from another one. Not if it is the other one plus two letters, as
 * "agentId" is "agent" plus "Id": such a name has another meaning and is no typing mistake.
 */
function isMistyped(name: string, other: string, distance: number): boolean {
  const more = name.length - other.length;
  // Most names differ more in length, which is seen without comparing their letters.
  if (Math.abs(more) > distance || (more > 1 && name.startsWith(other))) return false;
  return editDistance(name, other) <= distance;
}

/** Returns the shortest known name that has one word more: "roomJoin" for "join". */
export function withOneWordMore(name: string, known: readonly string[]): string | undefined {
  const folded = foldName(name);
  const lacksOne = (other: string): boolean =>
    other.split(/(?=[A-Z][a-z])|[_-]/).some((word) => foldName(other.replace(word, "")) === folded);
  return known.filter(lacksOne).sort((a, b) => a.length - b.length)[0];
}

/** Returns the Levenshtein distance: the number of letters to insert, delete or replace. */
function editDistance(a: string, b: string): number {
  let previous = [0, ...b].map((_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const row = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const replaced = (previous[j] as number) + (letter === other ? 0 : 1);
      row.push(Math.min(replaced, (previous[j + 1] as number) + 1, (row[j] as number) + 1));
    }
    previous = row;
  }
  return previous.at(-1) as number;
}
