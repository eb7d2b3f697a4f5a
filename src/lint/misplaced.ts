import { type Shape, shapes } from "../../generated/shapes.js";
import { foldName } from "../json/fold.js";
import type { Path } from "../json/path.js";

type Place = readonly [title: string, path: Path];

const CONFIG = "RoomConfiguration";

/** The claims, the grants and the room configuration, whose members are confused with each other. */
const OBJECTS: readonly Place[] = [
  ["Claims", []],
  ...Object.entries(shapes.Claims as Shape).flatMap(([name, { of }]): Place[] =>
    of === undefined ? [] : [[of, [name]]],
  ),
];

/** The elements of the lists of the room configuration. */
const ELEMENTS: readonly Place[] = OBJECTS.flatMap(([title, path]) =>
  title !== CONFIG
    ? []
    : Object.entries(shapes[title] as Shape).flatMap(([name, { of, many }]): Place[] =>
        of === undefined || many !== "list" ? [] : [[of, [...path, name, 0]]],
      ),
);

/** The places of each member, by its name without case and underscores. Made when first used. */
let places: ReadonlyMap<string, readonly Path[]> | undefined;

function placesByName(): ReadonlyMap<string, readonly Path[]> {
  const found = new Map<string, Path[]>();
  for (const [title, path] of [...OBJECTS, ...ELEMENTS]) {
    for (const member of Object.keys(shapes[title] ?? {})) {
      const name = foldName(member);
      found.set(name, [...(found.get(name) ?? []), [...path, member]]);
    }
  }
  return found;
}

/**
 * Returns the places of a member in other objects of the claims than the one that it was found in. None for a member of that
 * object, in whatever spelling.
 *
 * @param title of the object that it was found in
 */
export function placesElsewhere(title: string, name: string): readonly Path[] {
  places ??= placesByName();
  const found = places.get(foldName(name));
  const path = title === CONFIG ? undefined : OBJECTS.find(([other]) => other === title)?.[1];
  if (found === undefined || path === undefined) return [];
  const isHere = found.some(
    (place) => place.length === path.length + 1 && path.every((part, at) => part === place[at]),
  );
  return isHere ? [] : found;
}

/** Returns the one place that is meant, if that is clear: a claim comes before the members of other objects. */
export function onlyPlace(places: readonly Path[]): Path | undefined {
  const [first] = places;
  return places.length === 1 || first?.length === 1 ? first : undefined;
}
