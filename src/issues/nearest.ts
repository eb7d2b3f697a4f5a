import { foldName } from "../json/fold.js";

// Beyond this nobody mistyped a name, and the comparison would cost more than it helps.
const LONGEST = 64;

/**
 * The known name that was probably meant: the same but for case and underscores, else one letter away, else one that
 * it starts with, else two letters away.
 */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (name.length > LONGEST) return undefined;
  const folded = foldName(name);
  const within = (distance: number) =>
    folded.length > 2 * distance ? known.find((other) => editDistance(folded, foldName(other)) <= distance) : undefined;
  return (
    known.find((other) => foldName(other) === folded) ??
    within(1) ??
    longest(known.filter((other) => other.length > 2 && folded.startsWith(foldName(other)))) ??
    within(2)
  );
}

function longest(names: readonly string[]): string | undefined {
  return names.reduce<string | undefined>(
    (best, name) => (best && best.length >= name.length ? best : name),
    undefined,
  );
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
