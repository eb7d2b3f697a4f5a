/** The messages and enums that a token may contain, independent of the library that read them. */
export interface ProtoModel {
  /** The messages depth first from the root, each once, in the order of their first use. */
  readonly messages: readonly ProtoMessage[];
  readonly enums: readonly ProtoEnum[];
}

export interface ProtoMessage {
  readonly name: string;
  readonly fields: readonly ProtoField[];
}

export interface ProtoEnum {
  readonly name: string;
  readonly values: readonly { readonly name: string; readonly number: number }[];
}

export type FieldType =
  | { readonly kind: "scalar"; readonly scalar: string }
  | { readonly kind: "enum" | "message"; readonly name: string };

export interface ProtoField {
  /** The name in protobuf JSON: "emptyTimeout". */
  readonly jsonName: string;
  /** The name in the .proto file, which protobuf JSON also accepts: "empty_timeout". */
  readonly protoName: string;
  readonly type: FieldType;
  readonly shape: "single" | "list" | "map";
  /** The type of a map's keys, unless they are strings. */
  readonly keys?: string;
  /** The oneof of the field. As in protobuf, a proto3 `optional` field is alone in a oneof named `_field`. */
  readonly oneof?: string;
  readonly deprecated?: boolean;
  /** Whether upstream marks it SENSITIVITY_SECRET. */
  readonly secret?: boolean;
}

/** Returns the type of a field in words: "uint32", "S3Upload", "string[]", "map of string". */
export function typeOf({ type, shape }: Pick<ProtoField, "type" | "shape">): string {
  const name = type.kind === "scalar" ? type.scalar : type.name;
  return { single: name, list: `${name}[]`, map: `map of ${name}` }[shape];
}

/** Returns the oneofs of a message with the names of their members, sorted and separated by spaces. */
export function oneofsOf(fields: readonly ProtoField[]): [oneof: string, members: string][] {
  const names = new Set(fields.flatMap(({ oneof }) => oneof ?? []));
  return [...names].map((oneof) => {
    const members = fields.filter((field) => field.oneof === oneof).map(({ jsonName }) => jsonName);
    return [oneof, members.sort().join(" ")];
  });
}
