import { type MemberShape, requirements, type Shape, type ShapeName, shapes } from "../../generated/shapes.js";
import type { Validator, ValidatorError } from "../../generated/validators.js";
import { LAST_MOMENT } from "../json/last-moment.js";
import { getOwn, getOwnAt } from "../json/own.js";
import { fromPointer, type Path, toPointer } from "../json/path.js";
import { typeName, withArticle } from "../json/type-name.js";
import { countedIssue, createIssue, type Issue } from "./issue.js";
import { nearest, withOneWordMore } from "./nearest.js";

/** Runs a generated validator and returns its errors as issues. */
export function schemaIssues(validate: Validator, value: unknown, rootShape: ShapeName): Issue[] {
  if (validate(value)) return [];
  const errors = validate.errors as readonly ValidatorError[];
  return errors.map((error, index) => (index < MAX_WORDED ? describe(error, value, rootShape) : countedIssue([index])));
}

/** The most errors that get a message: more than limitIssues keeps. The rest is counted, since wording is expensive. */
const MAX_WORDED = 100;

function describe({ instancePath, keyword, params }: ValidatorError, root: unknown, rootShape: ShapeName): Issue {
  const path = fromPointer(instancePath, root);
  const value = getOwnAt(root, path);
  switch (keyword) {
    case "closed":
      return unknownMember(path, String(params.additionalProperty), rootShape);
    case "required": {
      const place = [...path, String(params.missingProperty)];
      return createIssue(place, keyword, `is required${reason(place, root, rootShape)}`);
    }
    case "minLength":
      return createIssue(path, keyword, `must not be empty${reason(path, root, rootShape)}`);
    case "type":
      return createIssue(path, keyword, `must be ${withArticle(String(params.type))}; got ${typeName(value)}`);
    case "oneOfEnum":
      return notInEnum(path, params.allowedValues as readonly string[], value);
    case "minimum":
    case "maximum":
      if (params.limit === LAST_MOMENT) return createIssue(path, keyword, TOO_LATE);
      return createIssue(path, keyword, `must be ${keyword === "minimum" ? "at least" : "at most"} ${params.limit}`);
    case "atMostOne":
      return secondOfOneof(path, String(params.member), value, rootShape);
    default:
      return createIssue(path, keyword, `breaks the rule "${keyword}" of the schema`);
  }
}

const TOO_LATE = "must be a number of seconds since 1970, before the year 10000; divide milliseconds by 1000";

/** The hint for an unknown claim. Servers drop claims of the application, so that no participant and no SDK would see them. */
const UNKNOWN_CLAIM = "; put the identity into sub, and data of the application into attributes or metadata";

/** Returns the type that a "type" issue expects, such as "string". Undefined for other issues. */
export function expectedType({ keyword, message }: Issue): string | undefined {
  return keyword === "type" ? /^must be an? (\w+); got /.exec(message)?.[1] : undefined;
}

/** Returns the issue of a member that the shape at a path does not have. Suggests the one that was probably meant. */
export function unknownMember(path: Path, name: string, rootShape: ShapeName): Issue {
  const title = shapeNameAt(rootShape, path);
  const known = Object.keys(shapes[title] ?? {});
  // The name of a claim, or of a member of some claim, is no typing mistake. Suggesting a similar name could widen rights:
  // "agents" does not mean "agent".
  const owners = path.length < 2 ? ownersOf(name) : [];
  const isElsewhere = owners.length > 0 || (path.length < 2 && getOwn(shapes.Claims, name) !== undefined);
  const suggestion = isElsewhere ? withOneWordMore(name, path.length > 0 ? known : []) : nearest(name, known);
  const place = isElsewhere ? `; it is a member of ${owners.join(" and ")}` : UNKNOWN_CLAIM;
  const fallback = title === "Claims" ? place : "";
  const hint = suggestion === undefined ? fallback : `; did you mean "${suggestion}"?`;
  return createIssue([...path, name], "additionalProperties", `is not a member of ${title}${hint}`, suggestion);
}

/** Returns the claims that have a member of a name: "video" for "room". */
function ownersOf(name: string): string[] {
  const claims = Object.entries(shapes.Claims ?? {});
  return claims.flatMap(([claim, { of = "" }]) => (getOwn(shapes[of], name) === undefined ? [] : [claim]));
}

/** Returns the issue of a value that an enum does not have. Suggests the one that was probably meant. */
export function notInEnum(path: Path, allowed: readonly string[], value: unknown): Issue {
  const suggestion = typeof value === "string" ? nearest(value, allowed) : undefined;
  const hint = suggestion === undefined ? "" : ` (did you mean "${suggestion}"?)`;
  return createIssue(path, "enum", `must be one of ${allowed.join(", ")}; got ${quoted(value)}${hint}`, suggestion);
}

function secondOfOneof(path: Path, member: string, value: unknown, rootShape: ShapeName): Issue {
  const shape = shapes[shapeNameAt(rootShape, path)] ?? {};
  const earlier = oneofGroup(shape, member).find((name) => getOwn(value, name) !== undefined);
  return oneofIssue([...path, member], shape, String(earlier));
}

/** Returns the members of the oneof that a member is in. Protobuf accepts at most one of them. */
export function oneofGroup(shape: Shape, member: string): string[] {
  const { oneof } = shape[member] as MemberShape;
  return Object.keys(shape).filter((name) => (shape[name] as MemberShape).oneof === oneof);
}

/** Returns the issue of a member that is set beside an earlier one of its oneof. */
export function oneofIssue(path: Path, shape: Shape, earlier: string): Issue {
  const group = oneofGroup(shape, String(path.at(-1))).join(", ");
  return createIssue(path, "oneof", `must not be set beside ${earlier}: at most one of ${group} may be`);
}

/** Returns the name of the shape at a path. Indexes of lists and keys of maps lead to the shape of the element. */
function shapeNameAt(rootShape: ShapeName, path: Path): string {
  return path.reduce<string>((name, segment) => shapes[name]?.[segment]?.of ?? name, rootShape);
}

/**
 * Returns why the member at a path is required: " when video.roomJoin is true". Empty when no rule of the objects around it
 * depends on another member.
 */
function reason(path: Path, root: unknown, rootShape: ShapeName): string {
  for (const depth of path.keys()) {
    const around = path.slice(0, depth);
    const title = shapeNameAt(rootShape, around);
    const member = toPointer(path.slice(depth));
    for (const { of, when, needs } of requirements) {
      if (of !== title || !needs.includes(member)) continue;
      const condition = [...around, ...fromPointer(when, getOwnAt(root, around))];
      if (getOwnAt(root, condition) === true) return ` when ${condition.join(".")} is true`;
    }
  }
  return "";
}

function quoted(value: unknown): string {
  if (typeof value !== "string") return typeName(value);
  return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
}
