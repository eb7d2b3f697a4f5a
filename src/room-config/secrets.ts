import { shapes } from "../../generated/shapes.js";
import type { Path } from "../json/path.js";

/**
 * The places in a room configuration, valid or not, that the schema marks: with `"x-secret": "refuse"` what must not reach
 * a client, with "warn" what should not; at any depth, and each element of a list. A token is signed, not encrypted:
 * whoever holds it reads them.
 */
export function findSecrets(roomConfig: object, mark: "refuse" | "warn"): Path[] {
  return inMessage(roomConfig, "RoomConfiguration", ["roomConfig"], mark);
}

function inMessage(value: object, message: string, path: Path, mark: string): Path[] {
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) => {
    const { of, kind, secret } = shapes[message]?.[name] ?? {};
    const inValue = (element: unknown, at: Path): Path[] => {
      if (secret === mark) return element === "" ? [] : [at];
      const nested = typeof element === "object" && element !== null && of !== undefined && kind === undefined;
      return nested ? inMessage(element, of, at, mark) : [];
    };
    return Array.isArray(member)
      ? member.flatMap((element, index) => inValue(element, [...path, name, index]))
      : inValue(member, [...path, name]);
  });
}
