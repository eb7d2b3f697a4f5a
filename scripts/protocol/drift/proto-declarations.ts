import { oneofsOf, type ProtoEnum, type ProtoField, type ProtoModel } from "../descriptors.js";
import { typeOf } from "../history/release-model.js";
import { camelCase } from "./camel-case.js";
import type { Declarations } from "./source.js";

/**
 * What protobuf messages declare: members by their names in .proto files, oneofs and values of enums.
 *
 * @param claimEnums enums whose names stand in claims, in lower case, and never their numbers
 */
export function protoDeclarations({ messages, enums }: ProtoModel, claimEnums: readonly ProtoEnum[]): Declarations {
  return Object.fromEntries([
    ...messages.flatMap(({ name, fields }) => [
      ...fields.map((field) => [`${name}.${field.protoName}`, memberType(field)]),
      ...oneofsOf(fields, ({ protoName }) => protoName).map(([oneof, members]) => [`${name} oneof ${oneof}`, members]),
    ]),
    ...enums.flatMap(({ name, values }) => values.map((value) => [`${name}.${value.name}`, String(value.number)])),
    ...claimEnums.flatMap(({ name, values }) => values.map((value) => [`${name}.${value.name}`, "name"])),
  ]);
}

function memberType(field: ProtoField): string {
  const named = field.jsonName === camelCase(field.protoName) ? "" : `, ${field.jsonName} in JSON`;
  return typeOf(field) + named;
}
