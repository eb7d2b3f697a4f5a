import type { Path } from "../json/path.js";

/** What JSON is made of, apart from numbers, words and space. */
const TOKEN = /"(?:[^"\\]+|\\.)*"|[{}[\],:]/g;

/** Objects and arrays within each other that are looked into: more than claims have. */
const DEEPEST = 100;

interface Level {
  /** The names in an object so far; absent in an array. */
  readonly names?: Set<string>;
  /** The member or element that is being read. */
  segment: string | number;
}

/**
 * Where an object has a second member of one name, which a parser hides: JavaScript takes the last, while Go puts the two
 * together.
 *
 * @param json text that a parser takes
 */
export function duplicateMembers(json: string): Path[] {
  const levels: Level[] = [];
  const found: Path[] = [];
  let text = "";
  for (const [token] of json.matchAll(TOKEN)) {
    const level = levels.at(-1);
    if (token === "{") levels.push({ names: new Set(), segment: "" });
    else if (token === "[") levels.push({ segment: 0 });
    else if (token === "}" || token === "]") levels.pop();
    else if (token === ",") {
      if (level && typeof level.segment === "number") level.segment++;
    } else if (token !== ":") text = token;
    else if (level?.names) {
      level.segment = JSON.parse(text) as string;
      if (level.names.has(level.segment) && levels.length <= DEEPEST) found.push(levels.map(({ segment }) => segment));
      level.names.add(level.segment);
    }
  }
  return found;
}
