import { isObject } from "../json/is-object.js";
import type { Keywords } from "./schema-node.js";
import { formatChange, same } from "./text.js";
import type { Finding, VerdictName } from "./verdicts.js";

type Compare = (before: unknown, after: unknown, keyword: string) => VerdictName;

const reworded: Compare = () => "reworded";
const defaults: Compare = (before, after) =>
  before === undefined ? "defaultAdded" : after === undefined ? "defaultRemoved" : "defaultChanged";
const spelling: Compare = (before) => (before === undefined ? "spellingAdded" : "spellingLost");

/** Keywords that do not affect which values are valid, and the verdict on a change of each. */
const KEYWORDS: Readonly<Record<string, Compare>> = {
  title: () => "renamed",
  description: reworded,
  $comment: reworded,
  examples: reworded,
  "x-since": reworded,
  "x-values-since": reworded,
  "x-protocol": reworded,
  deprecated: (_, after) => (after === true ? "deprecated" : "reworded"),
  default: defaults,
  "x-default-from": defaults,
  "x-proto-name": spelling,
  "x-secret": (before, after) =>
    after === "refuse" ? "secretRefused" : before === "refuse" ? "secretAllowed" : "secretWarned",
  "x-oneof": compareOneof,
};

const NUMBERS = "x-enum-numbers";

export const ANNOTATIONS: ReadonlySet<string> = new Set([...Object.keys(KEYWORDS), NUMBERS]);

/** Compares annotations: descriptions, defaults, secrecy, spellings. */
export function compareAnnotations(before: Keywords, after: Keywords): Finding[] {
  const findings = Object.entries(KEYWORDS).flatMap(([keyword, compare]): Finding[] => {
    const [old, now] = [before[keyword], after[keyword]];
    if (same(old, now)) return [];
    return [{ verdict: compare(old, now, keyword), what: formatChange(keyword, old, now) }];
  });
  return [...findings, ...compareNumbers(before, after)];
}

/** Returns the verdict on a member that moves between oneofs. */
export function compareOneof(before: unknown, after: unknown): VerdictName {
  // In protobuf, an optional member has a oneof of its own, whose name starts with "_": it makes absence visible.
  const alone = [before, after].every((name) => name === undefined || String(name).startsWith("_"));
  if (alone) return after === undefined ? "presenceLost" : "presenceAdded";
  return before === undefined ? "narrowed" : after === undefined ? "limitLifted" : "incomparable";
}

/** Compares the numbers of enum values. Skips values that were added or removed: compareValues reports them. */
function compareNumbers(before: Keywords, after: Keywords): Finding[] {
  const [old, now] = [before[NUMBERS], after[NUMBERS]].map((numbers) => (isObject(numbers) ? numbers : {})) as [
    Keywords,
    Keywords,
  ];
  const has = ({ enum: values }: Keywords, name: string) => Array.isArray(values) && values.includes(name);
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((name) => old[name] !== now[name] && has(before, name) && has(after, name))
    .map((name) => ({
      verdict: spelling(old[name], now[name], NUMBERS),
      what: formatChange(`the number of ${name}`, old[name], now[name]),
    }));
}
