import { getDef, type Model } from "../../../scripts/model/model.js";
import { objectsOf, placesIn } from "../../support/edge-values.js";

/** The JSON of a lone surrogate. Parsers differ: serde rejects it, Go replaces it. */
const LONE_SURROGATE = /\\ud[89a-f]/;

/**
 * Returns values that differ in one place from a valid one: for each object below the root, each member at the
 * bounds of its type and with every other type, unknown and missing members, and pairs of a oneof.
 */
export function edges(model: Model, root: string): unknown[] {
  const values = [...placesIn(model, root)].flatMap(([name, around]) => {
    return objectsOf(getDef(model, name)).map(around);
  });
  return values.filter((value) => !LONE_SURROGATE.test(JSON.stringify(value)));
}
