import { nearest } from "../../issues/nearest.js";

/** Returns the name that was probably meant: with two letters swapped, as "jion" for "join", or the nearest otherwise. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  return known.find((other) => isSwapped(name.toLowerCase(), other)) ?? nearest(name, known);
}

/** Whether two names differ only in the order of two letters that are next to each other. */
function isSwapped(name: string, other: string): boolean {
  if (name.length !== other.length || name === other) return false;
  const at = Array.from(name).findIndex((letter, index) => letter !== other[index]);
  const swapped = `${name.slice(0, at)}${name[at + 1] ?? ""}${name[at] ?? ""}${name.slice(at + 2)}`;
  return swapped === other;
}
