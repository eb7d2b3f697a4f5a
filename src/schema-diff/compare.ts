import { ANNOTATIONS, compareAnnotations } from "./annotations.js";
import { BOUND_KEYWORDS } from "./bound-keywords.js";
import { compareBounds } from "./bounds.js";
import { flatten, formOf, unwrap } from "./flatten.js";
import { compareMembers, MEMBER_KEYWORDS } from "./members.js";
import { type Part, sharedParts } from "./parts.js";
import { compareRules, RULE_KEYWORDS } from "./rules.js";
import type { Keywords, SchemaNode } from "./schema-node.js";
import { move, same } from "./text.js";
import { compareValues, VALUE_KEYWORDS } from "./values.js";
import type { Finding } from "./verdicts.js";

/** What is different between two schemas of one value, and what is left to compare below them. */
export interface Comparison {
  readonly findings: readonly Finding[];
  readonly parts: readonly Part[];
}

/** Compared elsewhere (parts, references), or about the document and not its values. */
const PASSED_OVER = ["$schema", "$id", "$defs", "definitions", "items"] as const;

const ASSERTIONS = [...VALUE_KEYWORDS, ...BOUND_KEYWORDS, ...MEMBER_KEYWORDS, ...RULE_KEYWORDS] as const;

const KNOWN: ReadonlySet<string> = new Set([...PASSED_OVER, ...ASSERTIONS, ...ANNOTATIONS]);

/** Whether a schema says anything of a value that is compared here. */
export function judgesValues(schema: Keywords): boolean {
  return ["$ref", "items", ...ASSERTIONS].some((keyword) => keyword in schema);
}

export function compareNodes(before: SchemaNode, after: SchemaNode): Comparison {
  const form = formOf(before);
  if (form !== formOf(after)) return compareNodes(flatten(before), flatten(after));
  if (form === "plain") {
    return { findings: compareKeywords(before, after), parts: sharedParts(before, after) };
  }
  const [old, now] = [unwrap(before), unwrap(after)];
  return {
    findings: compareKeywords(old.own, now.own),
    parts: [{ before: old.inner, after: now.inner }, ...sharedParts(old.own, now.own)],
  };
}

function compareKeywords(before: SchemaNode, after: SchemaNode): Finding[] {
  const [old, now] = [before.keywords, after.keywords];
  if (!old || !now) {
    if (old) return [{ verdict: "narrowed", what: "no value is valid any more" }];
    return now ? [{ verdict: "limitLifted", what: "values are valid where none was" }] : [];
  }
  const unknown = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((keyword) => !KNOWN.has(keyword));
  return [
    ...compareValues(old, now),
    ...compareBounds(old, now),
    ...compareMembers(before, after),
    ...compareRules(before, after),
    ...compareAnnotations(old, now),
    ...unknown
      .filter((keyword) => !same(old[keyword], now[keyword]))
      .map((keyword): Finding => ({ verdict: "unknownKeyword", what: move(keyword, old[keyword], now[keyword]) })),
  ];
}
