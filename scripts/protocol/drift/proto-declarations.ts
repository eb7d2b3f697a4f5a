import type { ProtoEnum, ProtoField, ProtoModel } from "../descriptors.js";
import { typeOf } from "../history/release-model.js";
import type { Declarations } from "./source.js";
import { camelCase } from "./structs.js";

/**
 * What protobuf messages declare: members by their names in .proto files, oneofs and values of enums.
 *
 * @param claimEnums enums whose names stand in claims, in lower case, and never their numbers
 */
export function protoDeclarations({ messages, enums }: ProtoModel, claimEnums: readonly ProtoEnum[]): Declarations {
  return Object.fromEntries([
    ...messages.flatMap(({ name, fields }) => [
      ...fields.map((field) => [`${name}.${field.protoName}`, memberType(field)]),
      ...oneofsIn(fields).map(({ oneof, members }) => [`${name} oneof ${oneof}`, members.join(" ")]),
    ]),
    ...enums.flatMap(({ name, values }) => values.map((value) => [`${name}.${value.name}`, String(value.number)])),
    ...claimEnums.flatMap(({ name, values }) => values.map((value) => [`${name}.${value.name}`, "name"])),
  ]);
}

function oneofsIn(fields: readonly ProtoField[]): { oneof: string; members: string[] }[] {
  const names = new Set(fields.flatMap(({ oneof }) => oneof ?? []));
  return [...names].map((oneof) => {
    const members = fields.filter((field) => field.oneof === oneof).map(({ protoName }) => protoName);
    return { oneof, members: members.sort() };
  });
}

function memberType(field: ProtoField): string {
  const named = field.jsonName === camelCase(field.protoName) ? "" : `, ${field.jsonName} in JSON`;
  return typeOf(field) + named;
}
