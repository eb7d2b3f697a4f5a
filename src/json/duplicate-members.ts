import type { Path } from "../json/path.js";

/** Matches the tokens of JSON, except numbers, literals and white space. */
const TOKEN = /"(?:[^"\\]+|\\.)*"|[{}[\],:]/g;

/** The deepest level of nesting that is searched: deeper than any claims. */
const DEEPEST = 100;

interface Level {
  /** The names in an object so far. Absent in an array. */
  readonly names?: Set<string>;
  /** The current member or element. */
  segment: string | number;
}

/**
 * Returns the places where an object has a second member of the same name. A parser hides them: JavaScript takes the
 * last one, while Go merges the two.
 *
 * @param json text that JSON.parse accepts
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
