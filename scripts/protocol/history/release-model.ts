import { CLAIM_ENUMS, type ReleaseModel } from "../../model/history/kinds.js";
import { describeMessages, oneofsOf, type ProtoEnum, type ProtoField } from "../descriptors.js";

type Message = Parameters<typeof describeMessages>[0];

/** What `import("@livekit/protocol")` gives, as far as it is read here. */
export type ProtocolModule = Readonly<Record<string, unknown>> & { readonly RoomConfiguration?: Message };

/**
 * Reads RoomConfiguration with all that it reaches, and the enums of the claims, off a release.
 *
 * @throws Error when the release has no RoomConfiguration
 */
export function modelOf(protocol: ProtocolModule): ReleaseModel {
  if (!protocol.RoomConfiguration) throw new Error("exports no RoomConfiguration");
  const { messages, enums } = describeMessages(protocol.RoomConfiguration);
  const all = [...enums, ...claimEnums(protocol)];
  const members = messages.flatMap((m) => m.fields.map((field) => ({ path: `${m.name}.${field.jsonName}`, field })));
  return {
    messages: Object.fromEntries(messages.map(({ name }) => [name, ""])),
    members: Object.fromEntries(members.map(({ path, field }) => [path, typeOf(field)])),
    oneofs: Object.fromEntries(
      messages.flatMap(({ name, fields }) =>
        oneofsOf(fields, ({ jsonName }) => jsonName).map(([oneof, members]) => [`${name}.${oneof}`, members]),
      ),
    ),
    enums: Object.fromEntries(all.map(({ name }) => [name, ""])),
    values: Object.fromEntries(
      all.flatMap(({ name, values }) => values.map((value) => [`${name}.${value.name}`, String(value.number)])),
    ),
  };
}

/** The enums of the claims that a release has, as protobuf names them. */
export function claimEnums(protocol: ProtocolModule): ProtoEnum[] {
  return Object.values(CLAIM_ENUMS).flatMap((name) => {
    // protobuf-es exports "ParticipantInfo.Kind" as an enum of TypeScript with an underscore; none before it came.
    const exported = protocol[name.replace(".", "_")];
    if (typeof exported !== "object" || exported === null) return [];
    const numbers = Object.entries(exported).filter((entry): entry is [string, number] => typeof entry[1] === "number");
    return [{ name, values: numbers.map(([value, number]) => ({ name: value, number })) }];
  });
}

/** "uint32", "S3Upload", "string[]", "map of string". */
export function typeOf({ type, shape }: Pick<ProtoField, "type" | "shape">): string {
  const name = type.kind === "scalar" ? type.scalar : type.name;
  return { single: name, list: `${name}[]`, map: `map of ${name}` }[shape];
}
