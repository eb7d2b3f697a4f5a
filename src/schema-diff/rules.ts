import { type BranchComparison, branchesOf, matchBranches, partsOf } from "./branches.js";
import { canonicalRule } from "./canonical-rule.js";
import { compareExclusions, exclusionsIn } from "./exclusions.js";
import type { SchemaNode } from "./schema-node.js";
import { move, shown } from "./text.js";
import { areDisjoint, compareUnions } from "./unions.js";
import type { Finding } from "./verdicts.js";

const CONDITION = ["if", "then", "else"] as const;

/** Rules that refuse values, and of which two that differ cannot be compared. */
const SINGLE = [
  ...["not", "pattern", "format", "multipleOf", "uniqueItems", "contains"],
  ...["propertyNames", "dependentRequired", "dependentSchemas"],
] as const;

/** Rules that take part in what another keyword means, so that one which comes or goes is not judged either. */
const ENTANGLED = [
  ...["prefixItems", "patternProperties", "dependencies", "minContains", "maxContains"],
  ...["unevaluatedItems", "unevaluatedProperties"],
] as const;

export const RULE_KEYWORDS = [...CONDITION, ...SINGLE, ...ENTANGLED, "anyOf", "oneOf", "allOf"] as const;

/** What it means that a rule comes or goes. A condition holds for minting alone. */
const RULE = { added: "ruleAdded", gone: "limitLifted" } as const;
const CONDITIONAL = { added: "conditionAdded", gone: "widened" } as const;
const ENTANGLEMENT = { added: "ruleChanged", gone: "ruleChanged" } as const;
type RuleVerdicts = Readonly<Record<"added" | "gone", Finding["verdict"]>>;

/** Compares rules. One that is new refuses more, one that is gone less; lists of schemas are compared one by one. */
export function compareRules(before: SchemaNode, after: SchemaNode): BranchComparison {
  const lists = [compareUnion("anyOf", before, after), compareUnion("oneOf", before, after), compareAll(before, after)];
  const condition = [conditionOf(before), conditionOf(after)] as const;
  return {
    findings: [
      ...compareRule("if and then", CONDITIONAL, ...condition),
      ...SINGLE.flatMap((keyword) => compareSingle(keyword, before, after)),
      ...ENTANGLED.flatMap((keyword) => compareSingle(keyword, before, after, ENTANGLEMENT)),
      ...lists.flatMap(({ findings }) => findings),
      ...compareExclusions(before, after),
    ],
    parts: lists.flatMap(({ parts }) => parts),
  };
}

function compareSingle(
  keyword: string,
  before: SchemaNode,
  after: SchemaNode,
  verdicts: RuleVerdicts = RULE,
): Finding[] {
  const findings = compareRule(keyword, verdicts, ruleOf(before, keyword), ruleOf(after, keyword));
  const [old, now] = [before.keywords?.[keyword], after.keywords?.[keyword]];
  // Schemas are too long to show.
  return isSchemas(old) || isSchemas(now)
    ? findings
    : findings.map((each) => ({ ...each, what: move(keyword, old, now) }));
}

const isSchemas = (value: unknown): boolean => typeof value === "object" && value !== null;

/** Both have a union; oneOf is compared branch by branch where no value fits two. */
function compareUnion(keyword: "anyOf" | "oneOf", before: SchemaNode, after: SchemaNode): BranchComparison {
  const [old, now] = [branchesOf(before, keyword), branchesOf(after, keyword)];
  const isComparable = old && now && (keyword === "anyOf" || (areDisjoint(old) && areDisjoint(now)));
  return isComparable ? compareUnions(old, now) : { findings: compareSingle(keyword, before, after), parts: [] };
}

/** Compares the rules that all hold, but for those of members that exclude each other. */
function compareAll(before: SchemaNode, after: SchemaNode): BranchComparison {
  const { pairs, gone, fresh } = matchBranches(rulesOf(before), rulesOf(after));
  if (gone.length > 0 && fresh.length > 0) {
    return { findings: [{ verdict: "ruleChanged", what: "rules of allOf changed" }], parts: partsOf(pairs) };
  }
  const tell = (verdict: Finding["verdict"], what: string, rules: readonly SchemaNode[]): Finding[] =>
    rules.map(({ keywords = false }) => ({ verdict, what: `${what}: ${shown(keywords)}` }));
  return {
    findings: [...tell(RULE.gone, "a rule of allOf is gone", gone), ...tell(RULE.added, "a new rule of allOf", fresh)],
    parts: partsOf(pairs),
  };
}

function rulesOf(node: SchemaNode): readonly SchemaNode[] {
  return (branchesOf(node, "allOf") ?? []).filter(({ keywords }) => exclusionsIn(keywords).length === 0);
}

function compareRule(
  name: string,
  { added, gone }: RuleVerdicts,
  before: string | undefined,
  after: string | undefined,
): Finding[] {
  if (before === after) return [];
  if (before === undefined) return [{ verdict: added, what: `a new rule, ${name}` }];
  if (after === undefined) return [{ verdict: gone, what: `the rule ${name} is gone` }];
  return [{ verdict: "ruleChanged", what: `the rule ${name} changed` }];
}

function conditionOf(node: SchemaNode): string | undefined {
  const parts = CONDITION.map((keyword) => ruleOf(node, keyword));
  const [condition, ...consequences] = parts;
  // A condition without a consequence says nothing, nor does a consequence alone.
  return condition === undefined || consequences.every((part) => part === undefined) ? undefined : parts.join();
}

function ruleOf({ document, keywords }: SchemaNode, keyword: string): string | undefined {
  const value = keywords?.[keyword];
  // `uniqueItems: false` asserts nothing.
  return value === undefined || (keyword === "uniqueItems" && value === false)
    ? undefined
    : canonicalRule(document, { [keyword]: value });
}
