/** What the importer needs to know of a protobuf message, free of the library that read it. */
export interface ProtoMessage {
  readonly name: string;
  readonly fields: readonly ProtoField[];
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
  /** The oneof it belongs to. A proto3 `optional` field is alone in one named `_field`, as protobuf itself has it. */
  readonly oneof?: string;
}

/** The oneofs of a message with the names of their members, sorted and with a space between. */
export function oneofsOf(
  fields: readonly ProtoField[],
  nameOf: (field: ProtoField) => string,
): [oneof: string, members: string][] {
  const names = new Set(fields.flatMap(({ oneof }) => oneof ?? []));
  return [...names].map((oneof) => {
    const members = fields.filter((field) => field.oneof === oneof).map(nameOf);
    return [oneof, members.sort().join(" ")];
  });
}

export interface ProtoEnum {
  readonly name: string;
  readonly values: readonly { readonly name: string; readonly number: number }[];
}

export interface ProtoModel {
  /** Depth first from the root, each once, in the order of first mention. */
  readonly messages: readonly ProtoMessage[];
  readonly enums: readonly ProtoEnum[];
}

// The parts of protobuf-es 1's run-time reflection that are read here; its own types change between the
// releases that the history replays.
export interface ReflectedMessage {
  readonly typeName: string;
  readonly fields: { list(): readonly ReflectedField[] };
}
interface ReflectedEnum {
  readonly typeName: string;
  readonly values: readonly { readonly name: string; readonly no: number }[];
}
interface ReflectedType {
  readonly kind: string;
  readonly T?: unknown;
}
interface ReflectedField extends ReflectedType {
  readonly name: string;
  readonly jsonName: string;
  readonly repeated?: boolean;
  readonly opt?: boolean;
  readonly oneof?: { readonly name: string } | undefined;
  readonly V?: ReflectedType;
}

// The numbers of google.protobuf.FieldDescriptorProto.Type.
const SCALARS: Readonly<Record<number, string>> = {
  1: "double",
  2: "float",
  3: "int64",
  4: "uint64",
  5: "int32",
  6: "fixed64",
  7: "fixed32",
  8: "bool",
  9: "string",
  12: "bytes",
  13: "uint32",
  15: "sfixed32",
  16: "sfixed64",
  17: "sint32",
  18: "sint64",
};

/** Reads a message and all that it reaches off its own run-time description. */
export function describeMessages(root: ReflectedMessage): ProtoModel {
  const messages = new Map<string, ProtoMessage>();
  const enums = new Map<string, ProtoEnum>();

  const visit = (message: ReflectedMessage): void => {
    const name = shortName(message.typeName);
    if (messages.has(name)) return;
    const fields: ProtoField[] = [];
    messages.set(name, { name, fields });
    for (const field of message.fields.list()) {
      const reflected = field.kind === "map" ? (field.V as ReflectedType) : field;
      const oneof = field.oneof?.name ?? (field.opt ? `_${field.name}` : undefined);
      fields.push({
        jsonName: field.jsonName,
        protoName: field.name,
        type: fieldType(reflected),
        shape: field.kind === "map" ? "map" : field.repeated ? "list" : "single",
        ...(oneof === undefined ? {} : { oneof }),
      });
      if (reflected.kind === "message") visit(reflected.T as ReflectedMessage);
      if (reflected.kind === "enum") {
        const type = reflected.T as ReflectedEnum;
        const values = type.values.map((value) => ({ name: value.name, number: value.no }));
        enums.set(shortName(type.typeName), { name: shortName(type.typeName), values });
      }
    }
  };
  visit(root);
  return { messages: [...messages.values()], enums: [...enums.values()] };
}

function fieldType(type: ReflectedType): FieldType {
  if (type.kind === "message" || type.kind === "enum") {
    return { kind: type.kind, name: shortName((type.T as { typeName: string }).typeName) };
  }
  return { kind: "scalar", scalar: SCALARS[type.T as number] ?? `protobuf type ${type.T}` };
}

function shortName(typeName: string): string {
  return typeName.replace(/^livekit\./, "");
}
