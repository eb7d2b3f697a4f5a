import { readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import protobuf from "protobufjs";
import { CLAIM_ENUMS } from "../../model/history/kinds.js";
import { exists } from "../../process/exists.js";
import { camelCase } from "../camel-case.js";
import type { FieldType, ProtoEnum, ProtoField, ProtoMessage, ProtoModel } from "../proto-model.js";
import { ROOTS } from "../roots.js";

export interface Protos {
  /** The root messages that the release has, and all types that they refer to. */
  readonly model: ProtoModel;
  /** The enums of claims that the release has. */
  readonly claimEnums: readonly ProtoEnum[];
}

/** The folder of the .proto files. Before 1.12.0 they are at the top of the module. */
const FOLDER = "protobufs";

/** The folder of protobufjs, which includes the .proto files of protobuf. */
const PROTOBUF_FOLDER = dirname(createRequire(import.meta.url).resolve("protobufjs/package.json"));

/**
 * Reads the .proto files of a module release.
 *
 * @throws Error when a file cannot be parsed, or refers to a type that does not exist
 */
export async function readProtos(module: string): Promise<Protos> {
  const root = await parseModule(module);
  const found = Object.keys(ROOTS).map((name) => root.lookup(`livekit.${name}`));
  const claimEnums = Object.values(CLAIM_ENUMS).flatMap((name) => {
    const type = root.lookup(`livekit.${name}`);
    return type instanceof protobuf.Enum ? [describeEnum(type)] : [];
  });
  return {
    model: describeReachable(found.filter((each) => each instanceof protobuf.Type)),
    claimEnums,
  };
}

/** Reads one message of a release of the module. */
export async function readMessage(module: string, name: string): Promise<ProtoMessage> {
  const type = (await parseModule(module)).lookupType(`livekit.${name}`);
  return { name, fields: type.fieldsArray.map(describeField) };
}

async function parseModule(module: string): Promise<protobuf.Root> {
  return parse((await exists(join(module, FOLDER))) ? join(module, FOLDER) : module);
}

async function parse(folder: string): Promise<protobuf.Root> {
  const root = new protobuf.Root();
  root.resolvePath = (_origin, target) => join(target.startsWith("google/") ? PROTOBUF_FOLDER : folder, target);
  const files = (await readdir(folder)).filter((file) => file.endsWith(".proto"));
  // The asynchronous variant throws the error for a missing type where it cannot be caught.
  root.loadSync(files.sort(), { keepCase: true }).resolveAll();
  return root;
}

/** Returns messages and all types that they refer to. Does not follow the messages of protobuf itself. */
function describeReachable(roots: readonly protobuf.Type[]): ProtoModel {
  const messages = new Map<string, ProtoMessage>();
  const enums = new Map<string, ProtoEnum>();
  const visit = (message: protobuf.Type): void => {
    const name = nameOf(message);
    if (messages.has(name) || name.startsWith("google.")) return;
    messages.set(name, { name, fields: message.fieldsArray.map(describeField) });
    for (const { resolvedType } of message.fieldsArray) {
      if (resolvedType instanceof protobuf.Type) visit(resolvedType);
      if (resolvedType instanceof protobuf.Enum) enums.set(nameOf(resolvedType), describeEnum(resolvedType));
    }
  };
  for (const root of roots) visit(root);
  return { messages: [...messages.values()], enums: [...enums.values()] };
}

function describeField(field: protobuf.Field): ProtoField {
  const { options = {} } = field;
  const keys = field instanceof protobuf.MapField ? field.keyType : "string";
  return {
    jsonName: options.json_name ?? camelCase(field.name),
    protoName: field.name,
    type: typeOf(field),
    shape: field.map ? "map" : field.repeated ? "list" : "single",
    ...(keys === "string" ? {} : { keys }),
    ...oneofOf(field),
    ...(options.deprecated ? { deprecated: true } : {}),
    ...(isSecret(options) ? { secret: true } : {}),
  };
}

/**
 * Returns the oneof of a field. A field with explicit presence, the default in editions of protobuf, is alone in one,
 * like a proto3 `optional` field.
 */
function oneofOf(field: protobuf.Field): Pick<ProtoField, "oneof"> {
  if (field.partOf) return { oneof: field.partOf.name };
  const isMessage = field.resolvedType instanceof protobuf.Type;
  return field.hasPresence && !isMessage ? { oneof: `_${field.name}` } : {};
}

/** An option may be named from any package around it: "(.logger.sensitivity)", "(livekit.logger.sensitivity)". */
function isSecret(options: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(options).some(
    ([name, value]) => /[.(]logger\.sensitivity\)$/.test(name) && value === "SENSITIVITY_SECRET",
  );
}

function typeOf({ resolvedType, type }: protobuf.Field): FieldType {
  if (!resolvedType) return { kind: "scalar", scalar: type };
  return { kind: resolvedType instanceof protobuf.Enum ? "enum" : "message", name: nameOf(resolvedType) };
}

function describeEnum(type: protobuf.Enum): ProtoEnum {
  const values = Object.entries(type.values).map(([name, number]) => ({ name, number }));
  return { name: nameOf(type), values };
}

function nameOf({ fullName }: protobuf.ReflectionObject): string {
  return fullName.replace(/^\.(?:livekit\.)?/, "");
}
