import { ANNOTATIONS } from "./annotations.js";
import { canonicalRule } from "./canonical-rule.js";
import { flatten } from "./flatten.js";
import type { Part } from "./parts.js";
import { below, type SchemaNode } from "./schema-node.js";
import { canonical } from "./text.js";
import type { Finding } from "./verdicts.js";

/** What is different between two lists of schemas, and which of them are left to compare with each other. */
export interface BranchComparison {
  readonly findings: readonly Finding[];
  readonly parts: readonly Part[];
}

/** What two lists of schemas have in common, to be compared on, and what they do not. */
export interface Matching {
  readonly pairs: readonly (readonly [before: SchemaNode, after: SchemaNode])[];
  readonly gone: readonly SchemaNode[];
  readonly fresh: readonly SchemaNode[];
}

/** The branches of a list; undefined when the schema has no such list. */
export function branchesOf(node: SchemaNode, keyword: "anyOf" | "oneOf" | "allOf"): readonly SchemaNode[] | undefined {
  const list = node.keywords?.[keyword];
  if (!Array.isArray(list)) return undefined;
  return list.flatMap((_, index) => below(node, keyword, String(index)) ?? []);
}

export function partsOf(pairs: Matching["pairs"]): Part[] {
  return pairs.map(([before, after]) => ({ before, after }));
}

/**
 * Matches branches that refer to a definition of the same name or are written alike, then those that assert the same,
 * then those that are the only ones left of a type.
 *
 * @param inner what to match in the place of a branch that is not written alike
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

/** A reference by the name of what it leads to, which is elsewhere in another dialect. */
function writtenForm({ keywords = {} }: SchemaNode): string {
  const asserted = Object.entries(keywords).filter(([keyword]) => !ANNOTATIONS.has(keyword));
  const { $ref, ...beside } = Object.fromEntries(asserted);
  return canonical(typeof $ref === "string" ? { ...beside, $ref: $ref.slice($ref.lastIndexOf("/") + 1) } : beside);
}

function onlyOfItsType(node: SchemaNode, among: readonly SchemaNode[]): string | undefined {
  const type = typeName(node);
  return type !== undefined && among.filter((other) => typeName(other) === type).length === 1 ? type : undefined;
}

/** Integers are numbers. */
function typeName(node: SchemaNode): string | undefined {
  const type = flatten(node).keywords?.type;
  return type === "integer" ? "number" : typeof type === "string" ? type : undefined;
}
