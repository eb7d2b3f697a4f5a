import { type Shape, type ShapeName, shapes } from "../../generated/shapes.js";
import { createIssue, type Issue } from "../issues/issue.js";
import { notInEnum, oneofGroup, unknownMember } from "../issues/schema-issues.js";
import { isObject } from "../json/is-object.js";
import type { Path } from "../json/path.js";
import type { Visitor } from "./normalize.js";

/**
 * Returns a visitor that adds an issue for whatever normalizing would drop: unknown members, in any spelling, and unknown
 * values of enums. A server drops them too, but whoever writes a token means them.
 *
 * @param root what the paths start at
 */
export function refuseUnknown(root: ShapeName, issues: Issue[]): Visitor {
  return {
    unknown(spelling, value, message, path) {
      issues.push(oneofCase(spelling, value, message, path) ?? unknownMember(path, spelling, root));
    },
    unknownValue(value, known, path) {
      issues.push(notInEnum(path, known, value));
    },
  };
}

/** `output: { case: "file", value }` is how protobuf-es has a oneof in memory, and no JSON. */
function oneofCase(name: string, value: unknown, message: string, path: Path): Issue | undefined {
  const shape = shapes[message] as Shape;
  const member = Object.keys(shape).find((each) => shape[each]?.oneof === name);
  if (member === undefined || !isObject(value) || !("case" in value)) return undefined;
  const group = oneofGroup(shape, member).join(", ");
  const problem = `is a oneof as protobuf-es has it in memory; set one of ${group}, or pass new RoomConfiguration(init)`;
  return createIssue([...path, name], "oneof", problem);
}
