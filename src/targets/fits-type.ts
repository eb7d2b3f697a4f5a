import { isObject } from "../json/is-object.js";
import { getOwn } from "../json/own.js";

type Fits = (value: unknown) => boolean;

const isOfType =
  (type: string): Fits =>
  (value) =>
    typeof value === type;

const isInteger =
  (least: number, greatest: number): Fits =>
  (value) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= greatest;

const INT32 = isInteger(-(2 ** 31), 2 ** 31 - 1);
const UINT32 = isInteger(0, 2 ** 32 - 1);

/** The checks of the types that members have had: those of .proto files and those of claims. */
const TYPES: Readonly<Record<string, Fits>> = {
  string: isOfType("string"),
  bool: isOfType("boolean"),
  boolean: isOfType("boolean"),
  double: isOfType("number"),
  float: isOfType("number"),
  int32: INT32,
  sint32: INT32,
  sfixed32: INT32,
  uint32: UINT32,
  fixed32: UINT32,
  object: isObject,
  "object<string,string>": (value) => isObject(value) && Object.values(value).every(isOfType("string")),
};

/**
 * Returns whether a server can read a value of canonical claims as a member of a type: "uint32", "string[]", "map of
 * string". For the type of a message or enum, accepts any object or string.
 */
export function fitsType(value: unknown, type: string): boolean {
  if (type.endsWith("[]")) {
    return Array.isArray(value) && Object.values(value).every((element) => fitsType(element, type.slice(0, -2)));
  }
  if (type.startsWith("map of ")) {
    return isObject(value) && Object.values(value).every((element) => fitsType(element, type.slice("map of ".length)));
  }
  return getOwn(TYPES, type)?.(value) ?? (isObject(value) || typeof value === "string");
}
