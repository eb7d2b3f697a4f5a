/** Returns an own member or element. Undefined when there is none, or the value is not an object. */
export function getOwn<T>(object: Readonly<Record<string, T>> | undefined, name: string): T | undefined;
export function getOwn(value: unknown, name: string | number): unknown;
export function getOwn(value: unknown, name: string | number): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string | number, unknown>)[name]
    : undefined;
}

/** Returns the value at a path of own members and elements. Undefined when the path does not exist. */
export function getOwnAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce(getOwn as (value: unknown, name: string | number) => unknown, value);
}
