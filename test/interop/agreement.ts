import { getOwn } from "../../src/json/own.js";
/** A place where two views of the same claims differ. */
export interface Difference {
  /** A JSON pointer into the claims. */
  readonly pointer: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Returns the places where a view of claims differs from the expected one. SDKs may leave out a member that is at
 * its default, or fill it in. In the room configuration every member must be equal.
 */
export function differences(expected: unknown, actual: unknown, pointer = ""): Difference[] {
  if (Object.is(expected, actual)) return [];
  if (!pointer.startsWith("/roomConfig/") && isDefault(expected) && isDefault(actual)) return [];
  if (Array.isArray(expected) && (Array.isArray(actual) || actual === undefined)) {
    const length = Math.max(expected.length, actual?.length ?? 0);
    if (length > 0) {
      return Array.from({ length }, (_, at) => differences(expected[at], actual?.[at], `${pointer}/${at}`)).flat();
    }
  } else if (isObject(expected) && (isObject(actual) || actual === undefined)) {
    const names = new Set([...Object.keys(expected), ...Object.keys(actual ?? {})]);
    if (names.size > 0 || actual !== undefined) {
      return [...names].flatMap((name) =>
        differences(getOwn(expected, name), getOwn(actual, name), `${pointer}/${escapeName(name)}`),
      );
    }
  }
  return [{ pointer, expected, actual }];
}

/** Whether a value means the same as its absence. */
export function isDefault(value: unknown): boolean {
  if (isObject(value)) return Object.values(value).every(isDefault);
  if (Array.isArray(value)) return value.length === 0;
  return value === undefined || value === null || value === false || value === "" || value === 0;
}

/** Returns pointers to all members of claims that are not at their default, with "*" for the index of an element. */
export function placesOf(value: unknown, pointer = ""): string[] {
  if (isDefault(value)) return [];
  if (Array.isArray(value)) return [pointer, ...value.flatMap((element) => placesOf(element, `${pointer}/*`))];
  if (!isObject(value)) return [pointer];
  const members = Object.entries(value);
  return [pointer, ...members.flatMap(([name, member]) => placesOf(member, `${pointer}/${escapeName(name)}`))];
}

/** Replaces the index of an element in a pointer by "*". */
export function placeOf(pointer: string): string {
  return pointer.replace(/\/\d+(?=\/|$)/g, "/*");
}

/** Returns each place once, without those inside another place. */
export function topmost(places: readonly string[]): string[] {
  const all = new Set(places);
  return [...all].filter((place) => !all.has(place.slice(0, place.lastIndexOf("/")))).sort();
}

export function inWords({ pointer, expected, actual }: Difference): string {
  return `${pointer}: asked ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`;
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function escapeName(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
