import { foldName } from "../json/fold.js";

// Beyond this nobody mistyped a name, and the comparison would cost more than it helps.
const LONGEST = 64;

/** What may follow a known name without making it another one. */
const ENDINGS: readonly string[] = ["name", "s", "list"];

/**
 * Returns the known name that was probably meant: the same but for case and underscores, else one letter away, else the one
 * that has one word more ("join" for "roomJoin"), else one with a plain ending ("roomName" for "room"), else two letters away.
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
    known.find((other) => other.length > 2 && ENDINGS.some((ending) => folded === foldName(other) + ending)) ??
    within(2)
  );
}

/** Whether a name goes on by more than a letter after another one, as "agentId" after "agent", which it does not mean. */
function isLonger(name: string, other: string): boolean {
  return name.length > other.length + 1 && name.startsWith(other);
}

/** Returns the shortest known name that has one word more, as "roomJoin" has for "join". */
export function withOneWordMore(name: string, known: readonly string[]): string | undefined {
  return shortest(known.filter((other) => lacksOneWord(name, other)));
}

/** Whether a name is another one without one of its words, in the same order. */
function lacksOneWord(name: string, other: string): boolean {
  // Most names are told apart by their length, or by how they begin, which costs less than to take them to pieces.
  if (name.length >= other.length || !other.toLowerCase().includes(name.slice(0, 3).toLowerCase())) return false;
  const words = wordsOf(name);
  const others = wordsOf(other);
  const without = (at: number): string[] => others.filter((_, index) => index !== at);
  return words.length + 1 === others.length && others.some((_, at) => without(at).join() === words.join());
}

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split(/[_-]/);
}

function shortest(names: readonly string[]): string | undefined {
  return names.reduce<string | undefined>(
    (best, name) => (best && best.length <= name.length ? best : name),
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
