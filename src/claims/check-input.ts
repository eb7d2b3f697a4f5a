import { type MemberShape, type ShapeName, shapes } from "../../generated/shapes.js";
import type { Validator } from "../../generated/validators.js";
import type { Issue } from "../issues/issue.js";
import { schemaIssues } from "../issues/schema-issues.js";
import { BareObject } from "../json/bare-object.js";
import { isObject, type Json } from "../json/is-object.js";
import type { Path } from "../json/path.js";
import { setMember } from "../json/set-member.js";
import { enumName } from "../room-config/enums.js";
import { normalizeRoomConfig } from "../room-config/normalize.js";
import { refuseUnknown } from "../room-config/unknown-members.js";
import { timeIssues } from "./time-issues.js";

/** The input of a caller in canonical spelling, and its issues. */
export interface CheckedInput {
  readonly value: unknown;
  readonly issues: readonly Issue[];
}

/**
 * Validates what callers write. Accepts a room configuration in any spelling of protobuf's JSON, and the protobuf numbers of
 * enum values in grants.
 *
 * @param value a copy that no caller can change
 * @param root the shape of the value
 */
export function checkInput(validate: Validator, value: unknown, root: ShapeName): CheckedInput {
  // A valid value is in canonical spelling already. Most values are valid.
  if (validate(value)) return { value, issues: timesIn(value) };
  const spellingIssues: Issue[] = [];
  const normalized = normalize(value, root, [], root, spellingIssues);
  return {
    value: normalized,
    issues: [...spellingIssues, ...schemaIssues(validate, normalized, root), ...timesIn(normalized)],
  };
}

/** Converts what callers write to canonical spelling. Ignores all issues. */
export function normalizeInput(value: unknown, root: ShapeName): unknown {
  return normalize(value, root, [], root, []);
}

/** Returns the issues of times. Grants have none: an unknown member with such a name has an issue already, which comes first. */
function timesIn(value: unknown): Issue[] {
  return isObject(value) ? timeIssues(value) : [];
}

function normalize(value: unknown, shape: string, path: Path, root: ShapeName, issues: Issue[]): unknown {
  if (!isObject(value)) return value;
  if (shape === ROOM_CONFIGURATION) {
    const { value: canonical, issues: found } = normalizeRoomConfig(value, path, refuseUnknown(root, issues));
    for (const issue of found) issues.push(issue);
    return canonical;
  }
  const result: Json = new BareObject();
  for (const [name, part] of Object.entries(value)) {
    const member = Object.hasOwn(shapes[shape] ?? {}, name) ? shapes[shape]?.[name] : undefined;
    setMember(result, name, normalizeMember(part, member, [...path, name], root, issues));
  }
  return result;
}

const ROOM_CONFIGURATION: ShapeName = "RoomConfiguration";

function normalizeMember(
  value: unknown,
  member: MemberShape | undefined,
  path: Path,
  root: ShapeName,
  issues: Issue[],
): unknown {
  const { of, kind } = member ?? {};
  if (of === undefined) return value;
  if (kind !== "enum") return normalize(value, of, path, root, issues);
  return Array.isArray(value) ? value.map((element) => enumName(element, of)) : enumName(value, of);
}
