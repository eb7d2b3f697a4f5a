/** Converts snake_case to camelCase, as protobuf JSON does. */
export function camelCase(name: string): string {
  return name.replace(/_+(.)/g, (_, letter: string) => letter.toUpperCase());
}
