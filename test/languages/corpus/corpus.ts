import type { Model } from "../../../scripts/model/model.js";
import { SchemaValues } from "../../interop/schema-values.js";
import type { Schema } from "../../support/bundle-schema.js";
import { edges } from "./edges.js";
import { type Instance, instance } from "./instance.js";
import { ableToJoin, joins } from "./joins.js";
import { mixes } from "./mixes.js";
import { names } from "./names.js";
import { numbers } from "./numbers.js";

/** The number of mixes for each root, before duplicates are removed. */
const MIXES = 1200;

/**
 * Returns the corpus of a root, without duplicates: valid values and values that differ from one in one place, both
 * made from the schemas; mixes of several; unusual names; and numbers in all spellings.
 *
 * @param rules the root's bundle of rules for minting, in the dialect 2020-12
 */
export function corpus(model: Model, root: string, rules: Schema): Instance[] {
  const valid = new SchemaValues(rules, () => undefined).each(rules, "").map(({ value }) => ableToJoin(value));
  const differing = [...edges(model, root), ...names(model, root)];
  const others = [...differing, ...mixes(valid, differing, MIXES), ...(root === "Claims" ? joins() : [])];
  const instances: readonly Instance[] = [
    ...valid.map((value) => ({ ...instance(value), valid: true as const })),
    ...others.map(instance),
    ...numbers(model, root),
  ];
  const once = new Map<string, Instance>();
  for (const each of instances) if (!once.has(each.text)) once.set(each.text, each);
  return [...once.values()];
}
