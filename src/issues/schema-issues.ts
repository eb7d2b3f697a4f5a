import { requirements, type Shape, type ShapeName, shapes } from "../../generated/shapes.js";
import type { Validator, ValidatorError } from "../../generated/validators.js";
import { LAST_MOMENT } from "../json/last-moment.js";
import { getOwn, getOwnAt } from "../json/own.js";
import { fromPointer, type Path, toPointer } from "../json/path.js";
import { typeName, withArticle } from "../json/type-name.js";
import { countedIssue, createIssue, type Issue } from "./issue.js";
import { nearest, withOneWordMore } from "./nearest.js";

/** Runs a generated validator and puts what it finds in words. */
export function schemaIssues(validate: Validator, value: unknown, root: ShapeName): Issue[] {
  if (validate(value)) return [];
  // An "if" error only says that one of its branch follows.
  const errors = (validate.errors ?? []).filter((error) => error.keyword !== "if");
  return errors.map((error, index) => (index < WORDED ? describe(error, value, root) : countedIssue([index])));
}

/** The errors that are put in words: more than limitIssues keeps. Wording is the expensive part of a flood. */
const WORDED = 100;

function describe({ instancePath, keyword, params }: ValidatorError, root: unknown, shape: ShapeName): Issue {
  const path = fromPointer(instancePath, root);
  const value = getOwnAt(root, path);
  switch (keyword) {
    case "closed":
      return unknownMember(path, String(params.additionalProperty), shape);
    case "required": {
      const place = [...path, String(params.missingProperty)];
      return createIssue(place, keyword, `is required${reason(place, root, shape)}`);
    }
    case "minLength":
      return createIssue(path, keyword, `must not be empty${reason(path, root, shape)}`);
    case "type":
      return createIssue(path, keyword, `must be ${withArticle(String(params.type))}; got ${typeName(value)}`);
    case "oneOfEnum":
      return notInEnum(path, params.allowedValues as readonly string[], value);
    case "minimum":
    case "maximum":
      if (params.limit === LAST_MOMENT) return createIssue(path, keyword, TOO_LATE);
      return createIssue(path, keyword, `must be ${keyword === "minimum" ? "at least" : "at most"} ${params.limit}`);
    case "atMostOne":
      return secondOfOneof(path, String(params.member), value, shape);
    default:
      return createIssue(path, keyword, `breaks the rule "${keyword}" of the schema`);
  }
}

const TOO_LATE = "must be a number of seconds since 1970, before the year 10000; divide milliseconds by 1000";

/** Servers drop a claim that they do not know, so that no participant and no SDK would see it. */
const CUSTOM = "; put data of the application into attributes or metadata";

/** Returns the type that an issue of the keyword "type" asks for, such as "string". */
export function expectedType({ keyword, message }: Issue): string | undefined {
  return keyword === "type" ? /^must be an? (\w+); got /.exec(message)?.[1] : undefined;
}

/** A member that the shape at a path does not have, with the one that was probably meant. */
export function unknownMember(path: Path, name: string, root: ShapeName): Issue {
  const title = shapeNameAt(root, path);
  const known = Object.keys(shapes[title] ?? {});
  const elsewhere = isElsewhere(name, path);
  const suggestion = elsewhere ? withOneWordMore(name, path.length > 0 ? known : []) : nearest(name, known);
  const place = path.length === 0 && title === "Claims" && !elsewhere ? CUSTOM : "";
  const hint = suggestion === undefined ? place : `; did you mean "${suggestion}"?`;
  return createIssue([...path, name], "additionalProperties", `is not a member of ${title}${hint}`, suggestion);
}

/** Whether a name is not a slip, but that of another claim or grant: "agents" is not "agent", which would permit more. */
function isElsewhere(name: string, { length }: Path): boolean {
  const claims = shapes.Claims ?? {};
  return (
    length < 2 &&
    [claims, ...Object.values(claims).map(({ of = "" }) => shapes[of])].some((shape) => getOwn(shape, name))
  );
}

/** A value that is none of those allowed, with the one that was probably meant. */
export function notInEnum(path: Path, allowed: readonly string[], value: unknown): Issue {
  const suggestion = typeof value === "string" ? nearest(value, allowed) : undefined;
  const hint = suggestion === undefined ? "" : ` (did you mean "${suggestion}"?)`;
  return createIssue(path, "enum", `must be one of ${allowed.join(", ")}; got ${quoted(value)}${hint}`, suggestion);
}

function secondOfOneof(path: Path, member: string, value: unknown, root: ShapeName): Issue {
  const shape = shapes[shapeNameAt(root, path)] ?? {};
  const set = oneofGroup(shape, member).find((name) => getOwn(value, name) !== undefined);
  return oneofIssue([...path, member], shape, String(set));
}

/** The members of a oneof, of which protobuf takes at most one, by one of them. */
export function oneofGroup(shape: Shape, member: string): string[] {
  return Object.keys(shape).filter((name) => shape[name]?.oneof === shape[member]?.oneof);
}

/** The member at a path is set though an earlier one of its oneof is. */
export function oneofIssue(path: Path, shape: Shape, earlier: string): Issue {
  const group = oneofGroup(shape, String(path.at(-1))).join(", ");
  return createIssue(path, "oneof", `must not be set beside ${earlier}: at most one of ${group} may be`);
}

/** The title of the object at a path, by the schemas. Indexes of lists and keys of maps lead to their element. */
function shapeNameAt(root: ShapeName, path: Path): string {
  return path.reduce<string>((name, segment) => {
    if (typeof segment === "number") return name;
    return shapes[name]?.[segment]?.of ?? name;
  }, root);
}

/** Names the member that makes the one at a path required, by the rules of the objects around it. */
function reason(path: Path, root: unknown, shape: ShapeName): string {
  for (const depth of path.keys()) {
    const around = path.slice(0, depth);
    const title = shapeNameAt(shape, around);
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
