import { type Shape, type ShapeName, shapes } from "../../generated/shapes.js";
import { createIssue, type Issue } from "../issues/issue.js";
import { notInEnum, oneofGroup, unknownMember } from "../issues/schema-issues.js";
import { isObject } from "../json/is-object.js";
import type { Path } from "../json/path.js";
import type { Visitor } from "./normalize.js";

/**
 * Returns a visitor that adds an issue for each value that normalizing drops: unknown members, and unknown values of enums.
 * Servers ignore such values, but the author of a token expects them to have an effect.
 *
 * @param root the title of the object that paths start at
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

/** Returns an issue for `output: { case: "file", value }`, the form of a oneof in the memory of protobuf-es, which is not JSON. */
function oneofCase(name: string, value: unknown, message: string, path: Path): Issue | undefined {
  const shape = shapes[message] as Shape;
  const [member] = Object.entries(shape).find(([, { oneof }]) => oneof === name) ?? [];
  // Not checked for a case: where the oneof is not set, it is undefined, and the copy of the input lacks it.
  if (member === undefined || !isObject(value)) return undefined;
  const group = oneofGroup(shape, member).join(", ");
  const problem = `is the in-memory form of a oneof in protobuf-es, not JSON; set one of ${group}, or pass new RoomConfiguration(init)`;
  return createIssue([...path, name], "oneof", problem);
}
