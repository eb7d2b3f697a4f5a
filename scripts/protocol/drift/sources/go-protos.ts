import { readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import protobuf from "protobufjs";
import { CLAIM_ENUMS } from "../../../model/history/kinds.js";
import type { FieldType, ProtoEnum, ProtoField, ProtoModel } from "../../descriptors.js";
import { camelCase } from "../camel-case.js";
import { protoDeclarations } from "../proto-declarations.js";
import type { Source } from "../source.js";
import { newestModule, obtainModule } from "./go.js";

/** The .proto files of the Go module, which are ahead of npm at times, by protobufjs. */
export const goProtos: Source = {
  id: "go-protos",
  title: "Go, .proto files of github.com/livekit/protocol",
  part: "room configuration",
  isProtocol: true,
  published: newestModule,
  obtain: obtainModule,
  async read(folder) {
    const root = await parse(join(folder, "protobufs"));
    return protoDeclarations(reachedFrom(root.lookupType("livekit.RoomConfiguration")), claimEnums(root));
  },
};

/** protobufjs comes with the files of protobuf itself. */
const OF_PROTOBUF = dirname(createRequire(import.meta.url).resolve("protobufjs/package.json"));

async function parse(folder: string): Promise<protobuf.Root> {
  const root = new protobuf.Root();
  root.resolvePath = (_origin, target) => join(target.startsWith("google/") ? OF_PROTOBUF : folder, target);
  const files = (await readdir(folder)).filter((file) => file.endsWith(".proto"));
  // Asynchronously, a type that is nowhere would be thrown where nobody catches it.
  root.loadSync(files.sort(), { keepCase: true });
  return root;
}

function reachedFrom(root: protobuf.Type): ProtoModel {
  const messages = new Map<string, ProtoField[]>();
  const enums = new Map<string, ProtoEnum>();
  const visit = (message: protobuf.Type): void => {
    const name = nameOf(message);
    if (messages.has(name)) return;
    messages.set(name, message.fieldsArray.map(describe));
    for (const { resolvedType } of message.fieldsArray) {
      if (resolvedType instanceof protobuf.Type) visit(resolvedType);
      if (resolvedType instanceof protobuf.Enum) enums.set(nameOf(resolvedType), enumOf(resolvedType));
    }
  };
  visit(root);
  return { messages: [...messages].map(([name, fields]) => ({ name, fields })), enums: [...enums.values()] };
}

function describe(field: protobuf.Field): ProtoField {
  return {
    jsonName: field.options?.json_name ?? camelCase(field.name),
    protoName: field.name,
    type: typeOf(field),
    shape: field.map ? "map" : field.repeated ? "list" : "single",
    ...(field.partOf ? { oneof: field.partOf.name } : {}),
  };
}

function typeOf({ resolvedType, type }: protobuf.Field): FieldType {
  if (!resolvedType) return { kind: "scalar", scalar: type };
  return { kind: resolvedType instanceof protobuf.Enum ? "enum" : "message", name: nameOf(resolvedType) };
}

function claimEnums(root: protobuf.Root): ProtoEnum[] {
  return Object.values(CLAIM_ENUMS).map((name) => enumOf(root.lookupEnum(`livekit.${name}`)));
}

function enumOf(type: protobuf.Enum): ProtoEnum {
  const values = Object.entries(type.values).map(([name, number]) => ({ name, number }));
  return { name: nameOf(type), values };
}

function nameOf({ fullName }: protobuf.ReflectionObject): string {
  return fullName.replace(/^\.livekit\./, "");
}
