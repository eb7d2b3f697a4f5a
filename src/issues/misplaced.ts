import { type Shape, shapes } from "../../generated/shapes.js";
import { foldName } from "../json/fold.js";
import type { Path } from "../json/path.js";
import { withOneWordMore } from "./nearest.js";

type Place = readonly [title: string, path: Path];

const CONFIG = "RoomConfiguration";

/** The claims, the grants and the room configuration, whose members are confused with each other. */
const OBJECTS: readonly Place[] = [
  ["Claims", []],
  ...Object.entries(shapes.Claims as Shape).flatMap(([name, { of }]): Place[] =>
    of === undefined ? [] : [[of, [name]]],
  ),
];

/** What the lists of the room configuration hold. */
const ELEMENTS: readonly Place[] = OBJECTS.flatMap(([title, path]) =>
  title !== CONFIG
    ? []
    : Object.entries(shapes[title] as Shape).flatMap(([name, { of, many }]): Place[] =>
        of === undefined || many !== "list" ? [] : [[of, [...path, name, 0]]],
      ),
);

/**
 * Returns the places of a member in other objects of the claims than the one that it was found in. None for a member of that
 * object, in whatever spelling, and for a grant's name without one of its words, as "admin" for "roomAdmin".
 *
 * @param title of the object that it was found in
 */
export function placesElsewhere(title: string, name: string): Path[] {
  const folded = foldName(name);
  const memberOf = (shape: string): string | undefined =>
    Object.keys(shapes[shape] ?? {}).find((member) => foldName(member) === folded);
  const isSearched = title !== CONFIG && OBJECTS.some(([other]) => other === title);
  if (!isSearched || memberOf(title) !== undefined) return [];
  if (title !== "Claims" && withOneWordMore(name, Object.keys(shapes[title] ?? {})) !== undefined) return [];
  return [...OBJECTS, ...ELEMENTS].flatMap(([other, path]) => {
    const member = memberOf(other);
    return member === undefined ? [] : [[...path, member]];
  });
}

/** Returns the one place that is meant, if that is clear: a claim comes before the members of other objects. */
export function onlyPlace(places: readonly Path[]): Path | undefined {
  const [first] = places;
  return places.length === 1 || first?.length === 1 ? first : undefined;
}
