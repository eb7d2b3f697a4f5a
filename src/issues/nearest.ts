import { foldName } from "../json/fold.js";

// Beyond this nobody mistyped a name, and the comparison would cost more than it helps.
const LONGEST = 64;

/**
 * Returns the known name that was probably meant: the same but for case and underscores, else one letter away, else the one
 * that has one word more ("join" for "roomJoin"), else the one that it is the name of ("roomName" for "room"), else two letters away.
 */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (name.length > LONGEST) return undefined;
  const folded = foldName(name);
  const within = (distance: number) =>
    folded.length > 2 * distance
      ? known.find((other) => !isLonger(folded, foldName(other)) && editDistance(folded, foldName(other)) <= distance)
      : undefined;
  return (
    known.find((other) => foldName(other) === folded) ??
    within(1) ??
    withOneWordMore(name, known) ??
    known.find((other) => folded === `${foldName(other)}name`) ??
    within(2)
  );
}

/** Whether a name goes on by more than a letter after another one, as "agentId" after "agent", which it does not mean. */
function isLonger(name: string, other: string): boolean {
  return name.length > other.length + 1 && name.startsWith(other);
}

/** Returns the shortest known name that has one word more, as "roomJoin" has for "join". */
export function withOneWordMore(name: string, known: readonly string[]): string | undefined {
  const folded = foldName(name);
  const lacksOne = (other: string): boolean =>
    other.length > name.length &&
    other.split(/(?=[A-Z][a-z])|[_-]/).some((word) => foldName(other.replace(word, "")) === folded);
  return known.filter(lacksOne).sort((a, b) => a.length - b.length)[0];
}

/** Levenshtein's distance: letters put in, left out or replaced. */
function editDistance(a: string, b: string): number {
  let previous = [...b, ""].map((_, index) => index);
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
