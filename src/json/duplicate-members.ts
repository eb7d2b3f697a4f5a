import type { Path } from "./path.js";

/** Matches the tokens of JSON, except numbers, literals and white space: a string with the colon that makes it a name. */
const TOKEN = /("(?:[^"\\]+|\\.)*")(\s*:)?|[{}[\],]/g;

/** The deepest level of nesting that is searched: deeper than that of any claims. */
const DEEPEST = 100;

interface Level {
  /** The names of the members so far. */
  readonly names: Set<string>;
  /** The name of the current member. Absent for an array. */
  name?: string;
  /** The index of the current member or element. */
  index: number;
}

/** The names of an array, which stay empty. */
const NO_NAMES = /* @__PURE__ */ new Set<string>();

/**
 * Returns the path of each member whose name its object has already. A parser hides such members: JavaScript keeps the
 * last one, Go merges the two.
 *
 * @param json text that JSON.parse has accepted
 */
export function duplicateMembers(json: string): Path[] {
  const levels: Level[] = [];
  const found: Path[] = [];
  for (const [token, text, colon] of json.matchAll(TOKEN)) {
    // Commas and colons are inside of a level.
    const level = levels.at(-1) as Level;
    if (token === "{") levels.push({ names: new Set(), index: 0 });
    else if (token === "[") levels.push({ names: NO_NAMES, index: 0 });
    else if (token === "}" || token === "]") levels.pop();
    else if (token === ",") level.index++;
    else if (colon !== undefined) {
      const name = JSON.parse(text as string) as string;
      level.name = name;
      if (level.names.has(name) && levels.length <= DEEPEST) found.push(levels.map(({ name, index }) => name ?? index));
      level.names.add(name);
    }
  }
  return found;
}
