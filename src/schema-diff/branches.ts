import { ANNOTATIONS } from "./annotations.js";
import { canonicalRule } from "./canonical-rule.js";
import { flatten } from "./flatten.js";
import type { Part } from "./parts.js";
import { type SchemaNode, subschema } from "./schema-node.js";
import { canonical } from "./text.js";
import type { Finding } from "./verdicts.js";

/** The differences between two lists of schemas, and the pairs that remain to be compared. */
export interface BranchComparison {
  readonly findings: readonly Finding[];
  readonly parts: readonly Part[];
}

/** The schemas of two lists in pairs, and those without a counterpart in the other list. */
export interface Matching {
  readonly pairs: readonly (readonly [before: SchemaNode, after: SchemaNode])[];
  readonly gone: readonly SchemaNode[];
  readonly fresh: readonly SchemaNode[];
}

/** Returns the branches of a list, or undefined when the schema has no such list. */
export function branchesOf(node: SchemaNode, keyword: "anyOf" | "oneOf" | "allOf"): readonly SchemaNode[] | undefined {
  const list = node.keywords?.[keyword];
  if (!Array.isArray(list)) return undefined;
  return list.flatMap((_, index) => subschema(node, keyword, String(index)) ?? []);
}

export function partsOf(pairs: Matching["pairs"]): Part[] {
  return pairs.map(([before, after]) => ({ before, after }));
}

/**
 * Matches branches in three passes: those with the same reference or text, those that assert the same, and those
 * that are the only remaining ones of their type.
 *
 * @param inner returns the branches that replace a branch which the first pass did not match
 */
export function matchBranches(
  before: readonly SchemaNode[],
  after: readonly SchemaNode[],
  inner: (branch: SchemaNode) => readonly SchemaNode[] = (branch) => [branch],
): Matching {
  const alike = matchBy(writtenForm, { pairs: [], gone: before, fresh: after });
  const opened = { ...alike, gone: alike.gone.flatMap(inner), fresh: alike.fresh.flatMap(inner) };
  const same = matchBy((node) => canonicalRule(node.document, node.keywords ?? false), opened);
  return matchBy((node, among) => onlyOfItsType(node, among), same);
}

type Key = (node: SchemaNode, among: readonly SchemaNode[]) => string | undefined;

function matchBy(key: Key, { pairs, gone, fresh }: Matching): Matching {
  if (gone.length === 0 || fresh.length === 0) return { pairs, gone, fresh };
  const waiting = new Map<string, SchemaNode[]>();
  for (const node of fresh) {
    const name = key(node, fresh);
    if (name !== undefined) waiting.set(name, [...(waiting.get(name) ?? []), node]);
  }
  const found = gone.flatMap((node) => {
    const match = waiting.get(key(node, gone) ?? "")?.shift();
    return match === undefined ? [] : [[node, match] as const];
  });
  const [old, now] = [new Set(found.map(([node]) => node)), new Set(found.map(([, node]) => node))];
  return {
    pairs: [...pairs, ...found],
    gone: gone.filter((node) => !old.has(node)),
    fresh: fresh.filter((node) => !now.has(node)),
  };
}

/** Returns the text of a branch. A reference counts by its definition's name, since its path depends on the dialect. */
function writtenForm({ keywords = {} }: SchemaNode): string {
  const asserted = Object.entries(keywords).filter(([keyword]) => !ANNOTATIONS.has(keyword));
  const { $ref, ...beside } = Object.fromEntries(asserted);
  return canonical(typeof $ref === "string" ? { ...beside, $ref: $ref.slice($ref.lastIndexOf("/") + 1) } : beside);
}

function onlyOfItsType(node: SchemaNode, among: readonly SchemaNode[]): string | undefined {
  const type = typeName(node);
  return type !== undefined && among.filter((other) => typeName(other) === type).length === 1 ? type : undefined;
}

/** Returns the type of a branch with a single type. Integers count as numbers. */
function typeName(node: SchemaNode): string | undefined {
  const type = flatten(node).keywords?.type;
  return type === "integer" ? "number" : typeof type === "string" ? type : undefined;
}
