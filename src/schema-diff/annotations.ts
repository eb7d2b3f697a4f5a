import { isObject } from "../json/is-object.js";
import type { Keywords } from "./schema-node.js";
import { move, same } from "./text.js";
import type { Finding, VerdictName } from "./verdicts.js";

type Compare = (before: unknown, after: unknown, keyword: string) => VerdictName;

const reworded: Compare = () => "reworded";
const defaults: Compare = (before, after) =>
  before === undefined ? "defaultAdded" : after === undefined ? "defaultRemoved" : "defaultChanged";
const spelling: Compare = (before) => (before === undefined ? "spellingAdded" : "spellingLost");

/** Keywords for which no value is valid or invalid, and what a change of them means. */
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

/** What the schemas say of a value without judging it: words, defaults, secrecy, spellings. */
export function compareAnnotations(before: Keywords, after: Keywords): Finding[] {
  const findings = Object.entries(KEYWORDS).flatMap(([keyword, compare]): Finding[] => {
    const [old, now] = [before[keyword], after[keyword]];
    if (same(old, now)) return [];
    return [{ verdict: compare(old, now, keyword), what: move(keyword, old, now) }];
  });
  return [...findings, ...compareNumbers(before, after)];
}

/** What it means that a member is in another oneof than before. */
export function compareOneof(before: unknown, after: unknown): VerdictName {
  // protobuf's name for a oneof of one, which a member is in to tell its default from absence.
  const alone = [before, after].every((name) => name === undefined || String(name).startsWith("_"));
  if (alone) return after === undefined ? "presenceLost" : "presenceAdded";
  return before === undefined ? "narrowed" : after === undefined ? "limitLifted" : "incomparable";
}

/** The numbers of values that came or went are told with the values. */
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
      what: move(`the number of ${name}`, old[name], now[name]),
    }));
}
