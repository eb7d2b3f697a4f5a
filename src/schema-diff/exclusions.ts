import { isObject } from "../json/is-object.js";
import { compareOneof } from "./annotations.js";
import { memberNames } from "./members.js";
import { below, type SchemaNode } from "./schema-node.js";
import type { Finding } from "./verdicts.js";

/**
 * Pairs of members of which at most one may be set. Left out are pairs with a member that one of the schemas does not
 * have, and those of a member whose x-oneof tells the same already.
 */
export function compareExclusions(before: SchemaNode, after: SchemaNode): Finding[] {
  const [old, now] = [exclusionsOf(before), exclusionsOf(after)];
  const tell = (verdict: "narrowed" | "limitLifted", pair: string, what: string): Finding[] => {
    const names: string[] = JSON.parse(pair);
    const told = names.some(
      (name) => !(has(before, name) && has(after, name)) || oneofTells(before, after, name, verdict),
    );
    return told ? [] : [{ verdict, what: `${names.join(" and ")} ${what}` }];
  };
  return [
    ...[...old].filter((pair) => !now.has(pair)).flatMap((pair) => tell("limitLifted", pair, "may be set together")),
    ...[...now].filter((pair) => !old.has(pair)).flatMap((pair) => tell("narrowed", pair, "exclude each other")),
  ];
}

/** A member that is not named may be let through still. */
function has(node: SchemaNode, name: string): boolean {
  return memberNames(node).includes(name) || node.keywords?.additionalProperties !== false;
}

function oneofTells(before: SchemaNode, after: SchemaNode, name: string, verdict: "narrowed" | "limitLifted"): boolean {
  const [old, now] = [before, after].map((node) => below(node, "properties", name)?.keywords?.["x-oneof"]);
  return old !== now && [verdict, "incomparable"].includes(compareOneof(old, now));
}

function exclusionsOf({ keywords }: SchemaNode): ReadonlySet<string> {
  return new Set(Array.isArray(keywords?.allOf) ? keywords.allOf.flatMap(exclusionsIn) : []);
}

/** The pairs that `{ if: { required: [a] … }, then: { properties: { b: false, … } } }` forbids, as the import writes it. */
export function exclusionsIn(rule: unknown): string[] {
  if (!isObject(rule) || !isObject(rule.if) || !isObject(rule.then)) return [];
  const { required, properties, ...more } = rule.if;
  const { properties: forbidden, ...consequences } = rule.then;
  const [name] = Array.isArray(required) && required.length === 1 ? required : [];
  const isPlain =
    typeof name === "string" &&
    Object.keys({ ...more, ...consequences }).length === 0 &&
    Object.keys(rule).length === 2 &&
    (properties === undefined || JSON.stringify(properties) === JSON.stringify({ [name]: true })) &&
    isObject(forbidden) &&
    Object.values(forbidden).every((member) => member === false);
  return isPlain ? Object.keys(forbidden).map((other) => JSON.stringify([name, other].sort())) : [];
}
