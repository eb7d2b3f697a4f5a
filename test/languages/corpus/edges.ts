import { getDef, type Model } from "../../../scripts/model/model.js";
import { objectsOf, placesIn } from "../../support/edge-values.js";

/** What JSON.stringify makes of a lone surrogate. Parsers disagree about it: serde refuses it, Go's replaces it. */
const LONE_SURROGATE = /\\ud[89a-f]/;

/**
 * Values that differ in one place from a valid one: for each object below the root, each of its members at the edges
 * of its type and as every other type, unknown members, missing ones, and pairs of a oneof.
 */
export function edges(model: Model, root: string): unknown[] {
  const values = [...placesIn(model, root)].flatMap(([name, around]) => {
    return objectsOf(getDef(model, name)).map(around);
  });
  return values.filter((value) => !LONE_SURROGATE.test(JSON.stringify(value)));
}
