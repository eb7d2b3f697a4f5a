/** Converts "emptyTimeout" to "empty_timeout", the usual name in .proto files. The generated shapes list only other names. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
