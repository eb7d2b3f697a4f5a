/** "emptyTimeout" → "empty_timeout": how protobuf names most members. The generator writes down only the names that differ. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
