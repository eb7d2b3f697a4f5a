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

/** Integers of 64 bits are written in strings, and read from numbers too. */
const isLong =
  (form: RegExp): Fits =>
  (value) =>
    (Number.isInteger(value) || typeof value === "string") && form.test(String(value));

const INT64 = isLong(/^-?\d+$/);
const UINT64 = isLong(/^\d+$/);

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
  int64: INT64,
  sint64: INT64,
  sfixed64: INT64,
  uint64: UINT64,
  fixed64: UINT64,
  bytes: isOfType("string"),
  integer: (value) => Number.isInteger(value),
  number: isOfType("number"),
  object: isObject,
};

/** Matches the types of maps: "map of uint32" of a message, "object<string,string>" of a claim. */
const MAP = /^(?:map of |object<string,)(.+?)>?$/;

/**
 * Returns whether a server can read a value of canonical claims as a member of a type: "uint32", "string[]", "map of
 * string". For the type of a message or enum, accepts any object or string.
 */
export function fitsType(value: unknown, type: string): boolean {
  if (type.endsWith("[]")) {
    return Array.isArray(value) && Object.values(value).every((element) => fitsType(element, type.slice(0, -2)));
  }
  const of = MAP.exec(type)?.[1];
  if (of !== undefined) return isObject(value) && Object.values(value).every((element) => fitsType(element, of));
  return getOwn(TYPES, type)?.(value) ?? (isObject(value) || typeof value === "string");
}
