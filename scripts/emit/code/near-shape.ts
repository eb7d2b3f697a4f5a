import { isDeepStrictEqual } from "node:util";
import { type JsonSchema, refsOf } from "../../model/json-schema.js";
import type { Def } from "../../model/model.js";
import type { NearShape } from "./ajv-checks.js";
import { isAlwaysBuilt } from "./objects-in-every-token.js";

/**
 * Returns the keyword by which an object that every token has is checked: by a quick look at the members that its builder always
 * writes, and else by its shape.
 *
 * @param asShape the ids of the objects that are checked by their shape alone
 */
export function nearShape(
  { name, members }: Def,
  { properties = {}, atMostOne }: JsonSchema,
  shape: JsonSchema,
  asShape: ReadonlySet<unknown>,
): { nearShape?: NearShape } {
  const usual = members.filter(isAlwaysBuilt);
  // The quick look does not know oneofs.
  if (atMostOne !== undefined || usual.length === 0) return {};
  const own = Object.entries(properties).filter(([member, rules]) => {
    const isOfShape = isDeepStrictEqual(rules, shape.properties?.[member]);
    return !isOfShape || ![...refsOf(rules)].every((id) => asShape.has(id));
  });
  return { nearShape: { title: name, usual: usual.map((member) => member.name), own: own.map(([member]) => member) } };
}
