import type { Path } from "./path.js";

/** Matches the tokens of JSON, except numbers, literals and white space. */
const TOKEN = /"(?:[^"\\]+|\\.)*"|[{}[\],:]/g;

/** The deepest level of nesting that is searched: deeper than that of any claims. */
const DEEPEST = 100;

interface Level {
  /** The names of the members so far. Absent for an array. */
  readonly names?: Set<string>;
  /** The current member or element. */
  segment: string | number;
}

/**
 * Returns the path of each member whose name its object has already. A parser hides such members: JavaScript keeps the
 * last one, Go merges the two.
 *
 * @param json text that JSON.parse has accepted
 */
export function duplicateMembers(json: string): Path[] {
  const levels: Level[] = [];
  const found: Path[] = [];
  let lastString = "";
  for (const [token] of json.matchAll(TOKEN)) {
    const level = levels.at(-1);
    if (token === "{") levels.push({ names: new Set(), segment: "" });
    else if (token === "[") levels.push({ segment: 0 });
    else if (token === "}" || token === "]") levels.pop();
    else if (token === ",") {
      if (level && typeof level.segment === "number") level.segment++;
    } else if (token !== ":") lastString = token;
    else if (level?.names) {
      level.segment = JSON.parse(lastString) as string;
      if (level.names.has(level.segment) && levels.length <= DEEPEST) found.push(levels.map(({ segment }) => segment));
      level.names.add(level.segment);
    }
  }
  return found;
}
