import { type Shape, shapes } from "../../../generated/shapes.js";
import { createIssue, type Issue } from "../../issues/issue.js";
import { foldCase } from "../../json/fold.js";
import { isObject } from "../../json/is-object.js";
import { getOwn } from "../../json/own.js";
import type { Path } from "../../json/path.js";
import { type Finding, fromIssue } from "../finding.js";
import type { Subject } from "../subject.js";
import { unknownNames } from "./unknown-names.js";

/** Members beyond the schema that have rules of their own. */
const ELSEWHERE: readonly string[] = ["aud", "identity"];

/** Names of claims and grants that the schema does not know. Those of the room configuration have other rules. */
export function unknownMembers({ payload }: Subject): Finding[] {
  const names = Object.keys(payload).filter((name) => !ELSEWHERE.includes(name));
  const grants = Object.entries(shapes.Claims as Shape).flatMap(([name, { of }]) => {
    const value = getOwn(payload, name);
    if (of === undefined || name === "roomConfig" || !isObject(value)) return [];
    return unknownIn(Object.keys(value), of, [name]);
  });
  return [...unknownIn(names, "Claims", []), ...grants];
}

function unknownIn(names: readonly string[], shape: string, path: Path): Finding[] {
  const known = Object.keys(shapes[shape] as Shape);
  const folded = new Map(known.map((name) => [foldCase(name), name]));
  const unknown: string[] = [];
  const otherwise: Finding[] = [];
  for (const name of names) {
    if (known.includes(name)) continue;
    const meant = folded.get(foldCase(name));
    if (meant === undefined) unknown.push(name);
    else otherwise.push(fromIssue("member-case", caseIssue([...path, name], meant)));
  }
  return [...unknownNames("unknown-member", path, unknown), ...otherwise];
}

function caseIssue(path: Path, meant: string): Issue {
  return createIssue(path, "case", `differs only in case from "${meant}", and servers honour it as such`, meant);
}
