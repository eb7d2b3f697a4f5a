import { canonicalRule } from "./canonical-rule.js";
import { compareExclusions, exclusionsIn } from "./exclusions.js";
import type { SchemaNode } from "./schema-node.js";
import { shown } from "./text.js";
import type { Finding } from "./verdicts.js";

const CONDITION = ["if", "then", "else"] as const;
const SINGLE = ["anyOf", "oneOf", "not"] as const;
export const RULE_KEYWORDS = [...CONDITION, ...SINGLE, "allOf"] as const;

/** What it means that a rule comes or goes. A condition holds for minting alone. */
const RULE = { added: "ruleAdded", gone: "limitLifted" } as const;
const CONDITIONAL = { added: "conditionAdded", gone: "widened" } as const;

/** Rules about more than one member. A rule that is new refuses more, one that is gone less; a changed one is not judged. */
export function compareRules(before: SchemaNode, after: SchemaNode): Finding[] {
  const condition = [conditionOf(before), conditionOf(after)] as const;
  return [
    ...compareRule("if and then", CONDITIONAL, ...condition),
    ...SINGLE.flatMap((keyword) => compareRule(keyword, RULE, ruleOf(before, keyword), ruleOf(after, keyword))),
    ...compareLists(listOf(before), listOf(after)),
    ...compareExclusions(before, after),
  ];
}

function compareRule(
  name: string,
  { added, gone }: typeof RULE | typeof CONDITIONAL,
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
  return keywords?.[keyword] === undefined ? undefined : canonicalRule(document, { [keyword]: keywords[keyword] });
}

/** All of a list hold, so that each one more narrows. */
function compareLists(before: ReadonlySet<string>, after: ReadonlySet<string>): Finding[] {
  const gone = [...before].filter((rule) => !after.has(rule));
  const fresh = [...after].filter((rule) => !before.has(rule));
  if (gone.length > 0 && fresh.length > 0) return [{ verdict: "ruleChanged", what: "rules of allOf changed" }];
  return [
    ...gone.map(
      (rule): Finding => ({ verdict: RULE.gone, what: `a rule of allOf is gone: ${shown(JSON.parse(rule))}` }),
    ),
    ...fresh.map((rule): Finding => ({ verdict: RULE.added, what: `a new rule of allOf: ${shown(JSON.parse(rule))}` })),
  ];
}

function listOf(node: SchemaNode): ReadonlySet<string> {
  const rules: readonly unknown[] = Array.isArray(node.keywords?.allOf) ? node.keywords.allOf : [];
  const others = rules.filter((rule) => exclusionsIn(rule).length === 0);
  return new Set(others.map((rule) => canonicalRule(node.document, rule)));
}
