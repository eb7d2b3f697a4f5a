import { nearest } from "../issues/nearest.js";
import { isObject } from "../json/is-object.js";
import { flatten } from "./flatten.js";
import { type Keywords, type SchemaNode, subschema } from "./schema-node.js";
import type { Finding } from "./verdicts.js";

export const MEMBER_KEYWORDS = ["properties", "required", "additionalProperties"] as const;

/** Compares the members' names, the required ones, and whether unknown ones are accepted. */
export function compareMembers(before: SchemaNode, after: SchemaNode): Finding[] {
  const names = { old: memberNames(before), now: memberNames(after) };
  const required = { old: requiredNames(before), now: requiredNames(after) };
  const gone = without(names.old, names.now);
  const fresh = without(names.now, names.old);
  return [
    ...gone.map((member) => removal(member, likeliest(member, fresh))),
    ...fresh.map((member) => addition(member, likeliest(member, gone), required.now.includes(member))),
    ...without(without(required.now, required.old), fresh).map(
      (member): Finding => ({ verdict: "requiredNow", what: "required: it may no longer be absent", member }),
    ),
    ...without(without(required.old, required.now), gone).map((member): Finding => {
      const verdict = hasDefault(subschema(after, "properties", member)) ? "optionalByDefault" : "optionalNow";
      return { verdict, what: "not required: it may be absent", member };
    }),
    ...compareOpenness(before.keywords ?? {}, after.keywords ?? {}),
  ];
}

export function memberNames({ keywords }: SchemaNode): string[] {
  return isObject(keywords?.properties) ? Object.keys(keywords.properties) : [];
}

function requiredNames({ keywords }: SchemaNode): string[] {
  return Array.isArray(keywords?.required) ? keywords.required.map(String) : [];
}

/** Returns the likely old or new name of a renamed member: a close match, or a name that it is part of. */
function likeliest(name: string, others: readonly string[]): string | undefined {
  return nearest(name, others) ?? others.find((other) => nearest(other, [name]) !== undefined);
}

function removal(member: string, renamed: string | undefined): Finding {
  const what = `the member is gone${renamed === undefined ? "" : `; renamed to ${renamed}?`}`;
  return { verdict: "memberRemoved", what, member };
}

function addition(member: string, renamed: string | undefined, required: boolean): Finding {
  const what = `a new ${required ? "required" : "optional"} member${renamed === undefined ? "" : `; ${renamed} renamed?`}`;
  return { verdict: required ? "requiredMemberAdded" : "memberAdded", what, member };
}

function compareOpenness(before: Keywords, after: Keywords): Finding[] {
  const [closed, closes] = [before, after].map(({ additionalProperties }) => additionalProperties === false);
  if (closed === closes) return [];
  return closes
    ? [{ verdict: "narrowed", what: "unknown members are rejected" }]
    : [{ verdict: "widened", what: "unknown members are accepted" }];
}

function hasDefault(member: SchemaNode | undefined): boolean {
  const keywords = member && flatten(member).keywords;
  return keywords !== undefined && ("default" in keywords || "x-default-from" in keywords);
}

function without(names: readonly string[], others: readonly string[]): string[] {
  return names.filter((name) => !others.includes(name));
}
