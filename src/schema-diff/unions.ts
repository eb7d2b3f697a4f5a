import { isObject } from "../json/is-object.js";
import { ANNOTATIONS } from "./annotations.js";
import { type BranchComparison, branchesOf, matchBranches, partsOf } from "./branches.js";
import { flatten } from "./flatten.js";
import type { Keywords, SchemaNode } from "./schema-node.js";
import { canonical, formatValue } from "./text.js";
import { sharedTypes, typesOf, valuesOf } from "./values.js";
import type { Finding } from "./verdicts.js";

/** Whether a schema asserts only that a value matches one of its branches. */
export function isUnion({ keywords = {} }: SchemaNode): boolean {
  return Object.keys(assertionsOf(keywords)).join() === "anyOf";
}

/** Returns the branches of a union. Any other schema becomes one branch for each of its types. */
export function alternativesOf(node: SchemaNode): readonly SchemaNode[] {
  if (isUnion(node)) return branchesOf(node, "anyOf") ?? [];
  const keywords = assertionsOf(node.keywords ?? {});
  const types = Array.isArray(keywords.type) && valuesOf(keywords) === undefined ? keywords.type : [keywords.type];
  return types.map((type) => ({ ...node, keywords: type === undefined ? keywords : { ...keywords, type } }));
}

/**
 * Whether a value can match at most one branch, because the branches differ in type or in a required member's
 * constant. Then oneOf asserts the same as anyOf.
 */
export function areDisjoint(branches: readonly SchemaNode[]): boolean {
  const plain = branches.map((branch) => flatten(branch).keywords ?? { enum: [] });
  return plain.every((branch, index) => plain.slice(index + 1).every((other) => excludes(branch, other)));
}

function excludes(one: Keywords, other: Keywords): boolean {
  if (sharedTypes(one, other).length === 0) return true;
  const [values, others] = [valuesOf(one), valuesOf(other)];
  if (values && others) return !overlap(values, others);
  if (
    typesOf(one)
      .concat(typesOf(other))
      .some((type) => type !== "object")
  )
    return false;
  return constantsOf(one).some(([name, constants]) =>
    constantsOf(other).some(([same, differing]) => same === name && !overlap(constants, differing)),
  );
}

/** Returns the required members that have a fixed set of values. */
function constantsOf({ properties, required }: Keywords): (readonly [name: string, values: readonly unknown[]])[] {
  if (!isObject(properties) || !Array.isArray(required)) return [];
  return required.flatMap((name) => {
    const member: unknown = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const values = isObject(member) ? valuesOf(member) : undefined;
    return values === undefined ? [] : [[String(name), values] as const];
  });
}

function overlap(values: readonly unknown[], others: readonly unknown[]): boolean {
  const known = new Set(values.map(canonical));
  return others.some((value) => known.has(canonical(value)));
}

/** Compares two unions branch by branch. */
export function compareUnions(before: readonly SchemaNode[], after: readonly SchemaNode[]): BranchComparison {
  const { pairs, gone, fresh } = matchBranches(withOneList(before), withOneList(after), branchesInside);
  const report = (verdict: Finding["verdict"], what: string, branches: readonly SchemaNode[]): Finding[] =>
    branches.map(({ keywords = false }) => ({ verdict, what: `${what}: ${formatValue(keywords)}` }));
  return {
    findings: [...report("narrowed", "a branch is gone", gone), ...report("branchAdded", "a new branch", fresh)],
    parts: partsOf(pairs),
  };
}

/** Returns the branches of a branch that is itself a union. */
function branchesInside(branch: SchemaNode): readonly SchemaNode[] {
  const flat = flatten(branch);
  return isUnion(flat) ? alternativesOf(flat) : [branch];
}

/** Merges the branches that only list values into one. */
function withOneList(branches: readonly SchemaNode[]): readonly SchemaNode[] {
  const lists = branches.filter(({ keywords = {} }) => {
    const asserted = Object.keys(assertionsOf(keywords));
    return valuesOf(keywords) !== undefined && asserted.every((keyword) => ["type", "enum", "const"].includes(keyword));
  });
  const [first] = lists;
  if (first === undefined || lists.length === 1) return branches;
  const values = lists.flatMap(({ keywords = {} }) => valuesOf(keywords) ?? []);
  const types = new Set(lists.map(({ keywords }) => keywords?.type));
  const [type] = types;
  const list = { ...first, keywords: { ...(types.size === 1 && type !== undefined ? { type } : {}), enum: values } };
  return [...branches.filter((branch) => !lists.includes(branch)), list];
}

function assertionsOf(keywords: Keywords): Keywords {
  return Object.fromEntries(Object.entries(keywords).filter(([keyword]) => !ANNOTATIONS.has(keyword)));
}
