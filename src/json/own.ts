/** The value of an own member or element; undefined when there is none, or the value is no object. */
export function getOwn<T>(object: Readonly<Record<string, T>> | undefined, name: string): T | undefined;
export function getOwn(value: unknown, name: string | number): unknown;
export function getOwn(value: unknown, name: string | number): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string | number, unknown>)[name]
    : undefined;
}

/** The value at the end of a path of own members and elements; undefined when the path ends before. */
export function getOwnAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce(getOwn as (value: unknown, name: string | number) => unknown, value);
}
