import { type Shape, shapes } from "../../../generated/shapes.js";
import { unknownMember } from "../../issues/schema-issues.js";
import { foldCase } from "../../json/fold.js";
import { isObject } from "../../json/is-object.js";
import { getOwn } from "../../json/own.js";
import type { Path } from "../../json/path.js";
import { type Draft, draft, wordsOf } from "../finding.js";
import type { Content } from "../reading.js";

/** Members beyond the schema that have rules of their own. */
const ELSEWHERE: readonly string[] = ["aud", "identity"];

/** Finds names of claims and grants that the schema does not know. Those of the room configuration have other rules. */
export function unknownMembers({ payload }: Content): Draft[] {
  const names = Object.keys(payload).filter((name) => !ELSEWHERE.includes(name));
  const grants = Object.entries(shapes.Claims as Shape).flatMap(([name, { of }]) => {
    const value = getOwn(payload, name);
    if (of === undefined || name === "roomConfig" || !isObject(value)) return [];
    return unknownIn(Object.keys(value), of, [name]);
  });
  return [...unknownIn(names, "Claims", []), ...grants];
}

function unknownIn(names: readonly string[], title: string, path: Path): Draft[] {
  const shape = shapes[title] as Shape;
  const folded = new Map(Object.keys(shape).map((name) => [foldCase(name), name]));
  const unknown = names.filter((name) => !Object.hasOwn(shape, name));
  return unknown.map((name) => {
    const meant = folded.get(foldCase(name));
    const at = [...path, name];
    if (meant === undefined) return draft("unknown-member", at, () => wordsOf(unknownMember(path, name, "Claims")));
    const message = `differs only in case from "${meant}", and servers honour it as such`;
    return draft("member-case", at, { message, fix: `Write "${meant}".` });
  });
}
