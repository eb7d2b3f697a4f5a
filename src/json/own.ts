/** What stands at the end of a way of own members and indexes; undefined where the way ends before. */
export function ownValueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (parent, segment) =>
      typeof parent === "object" && parent !== null && Object.hasOwn(parent, segment)
        ? (parent as Record<string | number, unknown>)[segment]
        : undefined,
    value,
  );
}
