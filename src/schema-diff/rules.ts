import { type BranchComparison, branchesOf, matchBranches, partsOf } from "./branches.js";
import { canonicalRule } from "./canonical-rule.js";
import { compareExclusions, exclusionsIn } from "./exclusions.js";
import type { SchemaNode } from "./schema-node.js";
import { formatChange, formatValue } from "./text.js";
import { areDisjoint, compareUnions } from "./unions.js";
import type { Finding } from "./verdicts.js";

const CONDITION = ["if", "then", "else"] as const;

/** Rules that reject values. Two different ones cannot be compared. */
const SINGLE = [
  ...["not", "pattern", "format", "multipleOf", "uniqueItems", "contains"],
  ...["propertyNames", "dependentRequired", "dependentSchemas"],
] as const;

/** Rules that change the meaning of other keywords, so adding or removing one cannot be judged either. */
const ENTANGLED = [
  ...["prefixItems", "patternProperties", "dependencies", "minContains", "maxContains"],
  ...["unevaluatedItems", "unevaluatedProperties"],
] as const;

export const RULE_KEYWORDS = [...CONDITION, ...SINGLE, ...ENTANGLED, "anyOf", "oneOf", "allOf"] as const;

/** The verdicts on a rule that is added or removed. A condition applies only to minting. */
const RULE = { added: "ruleAdded", gone: "limitLifted" } as const;
const CONDITIONAL = { added: "conditionAdded", gone: "widened" } as const;
const ENTANGLEMENT = { added: "ruleChanged", gone: "ruleChanged" } as const;
type RuleVerdicts = Readonly<Record<"added" | "gone", Finding["verdict"]>>;

/** Compares rules: a new one rejects more, a removed one less. Lists of schemas are compared branch by branch. */
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
  // Schemas are too long to print.
  return isSchemas(old) || isSchemas(now)
    ? findings
    : findings.map((each) => ({ ...each, what: formatChange(keyword, old, now) }));
}

const isSchemas = (value: unknown): boolean => typeof value === "object" && value !== null;

/** Compares lists branch by branch, oneOf only when no value can match two of its branches. */
function compareUnion(keyword: "anyOf" | "oneOf", before: SchemaNode, after: SchemaNode): BranchComparison {
  const [old, now] = [branchesOf(before, keyword), branchesOf(after, keyword)];
  const isComparable = old && now && (keyword === "anyOf" || (areDisjoint(old) && areDisjoint(now)));
  return isComparable ? compareUnions(old, now) : { findings: compareSingle(keyword, before, after), parts: [] };
}

/** Compares the branches of allOf, except the exclusions, which compareExclusions handles. */
function compareAll(before: SchemaNode, after: SchemaNode): BranchComparison {
  const { pairs, gone, fresh } = matchBranches(rulesOf(before), rulesOf(after));
  if (gone.length > 0 && fresh.length > 0) {
    return { findings: [{ verdict: "ruleChanged", what: "rules of allOf changed" }], parts: partsOf(pairs) };
  }
  const report = (verdict: Finding["verdict"], what: string, rules: readonly SchemaNode[]): Finding[] =>
    rules.map(({ keywords = false }) => ({ verdict, what: `${what}: ${formatValue(keywords)}` }));
  return {
    findings: [
      ...report(RULE.gone, "a rule of allOf is gone", gone),
      ...report(RULE.added, "a new rule of allOf", fresh),
    ],
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
  // A condition without a consequence asserts nothing, nor does a consequence without a condition.
  return condition === undefined || consequences.every((part) => part === undefined) ? undefined : parts.join();
}

function ruleOf({ document, keywords }: SchemaNode, keyword: string): string | undefined {
  const value = keywords?.[keyword];
  // `uniqueItems: false` asserts nothing.
  return value === undefined || (keyword === "uniqueItems" && value === false)
    ? undefined
    : canonicalRule(document, { [keyword]: value });
}
