import type { LeftOut } from "./left-out.js";
import type { FieldType, ProtoEnum, ProtoField, ProtoMessage, ProtoModel } from "./proto-model.js";
import { ROOTS } from "./roots.js";
import { SCALAR_SCHEMAS } from "./scalar-schemas.js";

/** A field that the schemas do not support. */
export interface Unsupported {
  /** The path, such as "RoomConfiguration.plans". */
  readonly path: string;
  /** The reason, such as "is a map of messages (Plan)". */
  readonly problem: string;
}

export interface Supported {
  /** The messages without fields that are left out or unsupported, and without types that only such fields refer to. */
  readonly model: ProtoModel;
  /** The fields that are unsupported and not left out on purpose. */
  readonly unsupported: readonly Unsupported[];
}

/** Returns the part of the messages that the schemas support. */
export function supportedModel(model: ProtoModel, leftOut: LeftOut): Supported {
  const unsupported: Unsupported[] = [];
  const messages = new Map<string, ProtoMessage>();
  const enums = new Map<string, ProtoEnum>();
  const visit = ({ name, fields }: ProtoMessage, outer: readonly string[]): void => {
    if (messages.has(name)) return;
    const path = [...outer, name];
    const wanted = fields.filter(({ jsonName }) => !leftOut.has(`${name}.${jsonName}`));
    const kept = wanted.filter((field) => problemOf(field, path) === undefined);
    messages.set(name, { name, fields: kept });
    for (const field of wanted) {
      const problem = problemOf(field, path);
      if (problem !== undefined) unsupported.push({ path: `${name}.${field.jsonName}`, problem });
    }
    for (const { type } of kept) {
      const message = type.kind === "message" && model.messages.find((each) => each.name === type.name);
      const named = type.kind === "enum" && model.enums.find((each) => each.name === type.name);
      if (message) visit(message, path);
      if (named) enums.set(named.name, named);
    }
  };
  for (const [index, message] of model.messages.entries()) {
    if (index === 0 || message.name in ROOTS) visit(message, []);
  }
  return { model: { messages: [...messages.values()], enums: [...enums.values()] }, unsupported };
}

/** @param path the messages around the field */
function problemOf({ type, shape, keys }: ProtoField, path: readonly string[]): string | undefined {
  if (keys !== undefined) return `is a map with keys of type ${keys}`;
  if (shape === "map" && type.kind === "message") return `is a map of messages (${type.name})`;
  // The shapes name only maps of strings, and no recipe for other languages reads another map.
  if (shape === "map" && !isString(type)) return `is a map of ${type.kind === "scalar" ? type.scalar : type.name}`;
  if (type.kind === "scalar") return type.scalar in SCALAR_SCHEMAS ? undefined : `is of type ${type.scalar}`;
  if (type.name.startsWith("google.protobuf.")) return `is a ${type.name}, which has a JSON form of its own`;
  if (type.name.includes(".")) return `is of type ${type.name}, which is declared inside another type`;
  return path.includes(type.name) ? `is a ${type.name} inside a ${type.name}` : undefined;
}

function isString(type: FieldType): boolean {
  return type.kind === "scalar" && type.scalar === "string";
}
