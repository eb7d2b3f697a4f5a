import { type Shape, shapes } from "../generated/shapes.js";
import type { RoomConfiguration } from "../generated/types.js";
import { createIssue, type Issue, type Path } from "./issue.js";

const SHAPES: Readonly<Record<string, Shape>> = shapes;

/**
 * The secrets in a valid room configuration: what the schema marks `"x-secret": "refuse"`, at any depth. A token is
 * signed, not encrypted; whoever holds it reads them.
 */
export function findSensitiveCredentials(config: RoomConfiguration, path: Path): Issue[] {
  return inMessage(config, "RoomConfiguration", path);
}

function inMessage(value: object, message: string, path: Path): Issue[] {
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) => {
    const shape = SHAPES[message]?.[name];
    const { of } = shape ?? {};
    const refused = shape?.secret === "refuse";
    if (!refused && (of === undefined || shape?.kind === "enum")) return [];
    const check = (element: unknown, at: Path): Issue[] => {
      if (!refused) return inMessage(element as object, of as string, at);
      return element === "" ? [] : [createIssue(at, "x-secret", MESSAGE)];
    };
    return Array.isArray(member)
      ? member.flatMap((element, index) => check(element, [...path, name, index]))
      : check(member, [...path, name]);
  });
}

const MESSAGE = "is a secret that whoever holds the token can read";
