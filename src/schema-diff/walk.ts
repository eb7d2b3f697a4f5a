import { toPointer } from "../json/path.js";
import type { SchemaChange } from "./change.js";
import { type Comparison, compareNodes } from "./compare.js";
import { definitionName, type SchemaNode } from "./schema-node.js";
import { type Finding, VERDICTS } from "./verdicts.js";

/** The largest number of places to report for a change. */
const MOST_PLACES = 10;

/** Two schemas of one value, wherever it occurs. */
interface Pair {
  readonly before: SchemaNode;
  readonly after: SchemaNode;
  readonly comparison: Comparison;
  readonly places: string[];
}

interface Visit {
  readonly before: SchemaNode;
  readonly after: SchemaNode;
  readonly place: string;
  /** The enclosing pairs. They are not entered again, since recursive definitions would never end. */
  readonly within: readonly Pair[];
}

/** Compares two schemas and all schemas below them, breadth first. A pair that occurs in several places is reported once. */
export function walk(before: SchemaNode, after: SchemaNode): SchemaChange[] {
  const pairs = new Map<string, Pair>();
  const queue: Visit[] = [{ before, after, place: "", within: [] }];
  for (const { before, after, place, within } of queue) {
    const key = JSON.stringify([before.at, after.at]);
    const pair = pairs.get(key) ?? { before, after, comparison: compareNodes(before, after), places: [] };
    pairs.set(key, pair);
    if (pair.places.length >= MOST_PLACES || within.includes(pair)) continue;
    pair.places.push(place);
    for (const part of pair.comparison.parts) {
      const at = part.segment === undefined ? place : place + toPointer([part.segment]);
      queue.push({ before: part.before, after: part.after, place: at, within: [...within, pair] });
    }
  }
  return [...pairs.values()].flatMap((pair) => pair.comparison.findings.map((finding) => changeOf(pair, finding)));
}

function changeOf({ before, after, places }: Pair, { verdict, what, member }: Finding): SchemaChange {
  const [first = "", ...others] = places.map((place) => (member === undefined ? place : place + toPointer([member])));
  const { kind, ...judgement } = VERDICTS[verdict];
  const definition = definitionName(kind === "removed" ? before : after, member);
  return { member: first, alsoAt: others, definition, kind, what, ...judgement };
}
