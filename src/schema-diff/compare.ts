import { ANNOTATIONS, compareAnnotations } from "./annotations.js";
import { BOUND_KEYWORDS } from "./bound-keywords.js";
import { compareBounds } from "./bounds.js";
import { flatten, formOf, unwrap } from "./flatten.js";
import { compareMembers, MEMBER_KEYWORDS } from "./members.js";
import { type Part, sharedParts } from "./parts.js";
import { compareRules, RULE_KEYWORDS } from "./rules.js";
import type { Keywords, SchemaNode } from "./schema-node.js";
import { formatChange, same } from "./text.js";
import { alternativesOf, compareUnions, isUnion } from "./unions.js";
import { compareValues, keywordsFor, sharedTypes, VALUE_KEYWORDS } from "./values.js";
import type { Finding } from "./verdicts.js";

/** The differences between two schemas of one value, and the parts that remain to be compared. */
export interface Comparison {
  readonly findings: readonly Finding[];
  readonly parts: readonly Part[];
}

/** Keywords that are not compared here: those of parts and references, and those that describe the document. */
const NOT_COMPARED = ["$schema", "$id", "$defs", "definitions", "items", "x-version"] as const;

const ASSERTIONS = [...VALUE_KEYWORDS, ...BOUND_KEYWORDS, ...MEMBER_KEYWORDS, ...RULE_KEYWORDS] as const;

const KNOWN: ReadonlySet<string> = new Set([...NOT_COMPARED, ...ASSERTIONS, ...ANNOTATIONS]);

/** Whether a schema has a keyword that is compared here. */
export function hasComparedKeyword(schema: Keywords): boolean {
  return ["$ref", "items", ...ASSERTIONS].some((keyword) => keyword in schema);
}

export function compareNodes(before: SchemaNode, after: SchemaNode): Comparison {
  const form = formOf(before);
  if (form !== formOf(after)) return compareFlat(flatten(before), flatten(after));
  if (form === "plain") return compareFlat(before, after);
  const [old, now] = [unwrap(before), unwrap(after)];
  const beside = comparePlain(old.own, now.own);
  return { ...beside, parts: [{ before: old.inner, after: now.inner }, ...beside.parts] };
}

function compareFlat(before: SchemaNode, after: SchemaNode): Comparison {
  return isUnion(before) === isUnion(after) ? comparePlain(before, after) : compareAsUnions(before, after);
}

/** Compares a union with another schema, which counts as a union of one branch per type. */
function compareAsUnions(before: SchemaNode, after: SchemaNode): Comparison {
  const [old, now] = [before.keywords, after.keywords];
  if (!old || !now) return comparePlain(before, after);
  const { findings, parts } = compareUnions(alternativesOf(before), alternativesOf(after));
  return { findings: [...findings, ...compareAnnotations(old, now)], parts };
}

function comparePlain(before: SchemaNode, after: SchemaNode): Comparison {
  const [old, now] = [before.keywords, after.keywords];
  if (!old || !now) return { findings: compareWithFalse(old, now), parts: [] };
  const types = sharedTypes(old, now);
  const [left, right] = [narrowedTo(types, before), narrowedTo(types, after)];
  const rules = types.length === 0 ? { findings: [], parts: [] } : compareRules(left, right);
  return {
    findings: [
      ...compareValues(old, now),
      ...compareBounds(left.keywords, right.keywords),
      ...compareMembers(left, right),
      ...rules.findings,
      ...compareAnnotations(old, now),
      ...compareUnknown(left.keywords, right.keywords),
    ],
    parts: [...sharedParts(left, right), ...rules.parts],
  };
}

/** Compares two schemas of which at least one is `false`. */
function compareWithFalse(before: Keywords | undefined, after: Keywords | undefined): Finding[] {
  if (before) return [{ verdict: "narrowed", what: "no value is valid any longer" }];
  return after ? [{ verdict: "limitLifted", what: "some values became valid" }] : [];
}

/** Removes keywords for types that only one of the schemas accepts: the change of the type covers them. */
function narrowedTo(types: readonly string[], node: SchemaNode): SchemaNode & { readonly keywords: Keywords } {
  return { ...node, keywords: keywordsFor(types, node.keywords ?? {}) };
}

function compareUnknown(before: Keywords, after: Keywords): Finding[] {
  const unknown = Object.keys({ ...before, ...after }).filter((keyword) => !KNOWN.has(keyword));
  return unknown
    .filter((keyword) => !same(before[keyword], after[keyword]))
    .map((keyword) => ({ verdict: "unknownKeyword", what: formatChange(keyword, before[keyword], after[keyword]) }));
}
