/** snake_case → camelCase, as protobuf JSON has it, and SDKs in languages that write the former. */
export function camelCase(name: string): string {
  return name.replace(/_+(.)/g, (_, letter: string) => letter.toUpperCase());
}
