/** "emptyTimeout" → "empty_timeout": how protobuf names most members. The generator leaves out what this tells. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
