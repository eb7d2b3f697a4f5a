import { getDef, type Model } from "../../../scripts/model/model.js";
import { minimal, placesIn } from "../../support/edge-values.js";

/** Names with a meaning in a pointer, a path, a pattern, a format string, a schema, or a language. */
const NAMES: readonly string[] = [
  ...["a/b~c", "~1", "a.b", "[0]", "0", "$", "^x-", "{name}", "%s", "'", '"', "\\", "\u0000", "\u2028", "Zoë 🎧", ""],
  ...["$ref", "properties", "__proto__", "constructor", "toString", "length", "self", "None"],
];

/**
 * Returns values with each of these names as an unknown member of each object, and as the name of a wrong value in
 * each map.
 */
export function names(model: Model, root: string): unknown[] {
  const named = NAMES.map((name) => Object.fromEntries([[name, 1]]));
  return [...placesIn(model, root)].flatMap(([name, around]) => {
    const maps = getDef(model, name).members.filter(({ shape }) => shape === "map");
    const inMaps = maps.flatMap((map) => named.map((value) => ({ [map.name]: value })));
    return [...named, ...inMaps].map((members) => around({ ...minimal(name), ...members }));
  });
}
