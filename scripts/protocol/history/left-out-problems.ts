import { type History, modelAt } from "../../model/history/history.js";
import { KINDS } from "../../model/history/kinds.js";
import type { Imported } from "../imported.js";
import { LEFT_OUT_FILE, type LeftOut } from "../left-out.js";

/** Returns the names that are left out on purpose and that the imported release does not have, a line each. */
export function leftOutProblems(leftOut: LeftOut, history: History, { release, model }: Imported): string[] {
  const recorded = modelAt(history, release);
  const known = new Set([
    ...KINDS.flatMap((kind) => Object.keys(recorded[kind])),
    // The history has only the messages that tokens hold.
    ...model.messages.flatMap(({ name, fields }) => fields.map(({ jsonName }) => `${name}.${jsonName}`)),
  ]);
  return [...leftOut.keys()]
    .filter((name) => !known.has(name))
    .map((name) => `protocol ${release} has no ${name}; remove its line from schema/${LEFT_OUT_FILE}`);
}
