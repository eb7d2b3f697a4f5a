/** The messages and enums that a token may hold, as the importer needs them, free of the library that read them. */
export interface ProtoModel {
  /** Depth first from the root, each once, in the order of first mention. */
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
  /** The name protobuf JSON writes: "emptyTimeout". */
  readonly jsonName: string;
  /** The name of the .proto file, which protobuf JSON reads too: "empty_timeout". */
  readonly protoName: string;
  readonly type: FieldType;
  readonly shape: "single" | "list" | "map";
  /** The type of a map's keys, where they are not strings. */
  readonly keys?: string;
  /** The oneof it belongs to. A proto3 `optional` field is alone in one named `_field`, as protobuf itself has it. */
  readonly oneof?: string;
  readonly deprecated?: boolean;
  /** Whether upstream marks it SENSITIVITY_SECRET. */
  readonly secret?: boolean;
}

/** "uint32", "S3Upload", "string[]", "map of string". */
export function typeOf({ type, shape }: Pick<ProtoField, "type" | "shape">): string {
  const name = type.kind === "scalar" ? type.scalar : type.name;
  return { single: name, list: `${name}[]`, map: `map of ${name}` }[shape];
}

/** The oneofs of a message with the names of their members, sorted and with a space between. */
export function oneofsOf(fields: readonly ProtoField[]): [oneof: string, members: string][] {
  const names = new Set(fields.flatMap(({ oneof }) => oneof ?? []));
  return [...names].map((oneof) => {
    const members = fields.filter((field) => field.oneof === oneof).map(({ jsonName }) => jsonName);
    return [oneof, members.sort().join(" ")];
  });
}
