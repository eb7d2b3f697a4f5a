import { isObject } from "../json/is-object.js";
import { compareOneof } from "./annotations.js";
import { memberNames } from "./members.js";
import { type SchemaNode, subschema } from "./schema-node.js";
import type { Finding } from "./verdicts.js";

/**
 * Compares the pairs of members of which at most one may be set. Skips pairs with a member that one schema lacks,
 * and members whose x-oneof reports the same change.
 */
export function compareExclusions(before: SchemaNode, after: SchemaNode): Finding[] {
  const [old, now] = [exclusionsOf(before), exclusionsOf(after)];
  const report = (verdict: "narrowed" | "limitLifted", pair: string, what: string): Finding[] => {
    const names: string[] = JSON.parse(pair);
    const isReported = names.some(
      (name) => !(has(before, name) && has(after, name)) || isReportedByOneof(before, after, name, verdict),
    );
    return isReported ? [] : [{ verdict, what: `${names.join(" and ")} ${what}` }];
  };
  return [
    ...[...old].filter((pair) => !now.has(pair)).flatMap((pair) => report("limitLifted", pair, "may be set together")),
    ...[...now].filter((pair) => !old.has(pair)).flatMap((pair) => report("narrowed", pair, "exclude each other")),
  ];
}

/** Whether a schema accepts a member: a named one, or an unknown one of an open object. */
function has(node: SchemaNode, name: string): boolean {
  return memberNames(node).includes(name) || node.keywords?.additionalProperties !== false;
}

function isReportedByOneof(
  before: SchemaNode,
  after: SchemaNode,
  name: string,
  verdict: "narrowed" | "limitLifted",
): boolean {
  const [old, now] = [before, after].map((node) => subschema(node, "properties", name)?.keywords?.["x-oneof"]);
  return old !== now && [verdict, "incomparable"].includes(compareOneof(old, now));
}

function exclusionsOf({ keywords }: SchemaNode): ReadonlySet<string> {
  return new Set(Array.isArray(keywords?.allOf) ? keywords.allOf.flatMap(exclusionsIn) : []);
}

/**
 * Returns the pairs of members that a rule forbids, as JSON texts. Returns none for a rule of another form than that of imported
 * messages: `{ if: { required: [a] … }, then: { properties: { b: false, … } } }`.
 */
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
