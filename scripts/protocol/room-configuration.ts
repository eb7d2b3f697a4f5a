import type { JsonSchema } from "../model/json-schema.js";
import type { EnumOverlay, MemberOverlay, Overlay } from "./overlay.js";
import type { ProtoEnum, ProtoField, ProtoMessage } from "./proto-model.js";
import { SCALAR_SCHEMAS } from "./scalar-schemas.js";
import { secrecyOf } from "./secrecy.js";
import type { Supported } from "./supported-model.js";

export interface Import extends Supported {
  readonly overlay: Overlay;
  /** The release of the protocol from which the model was read. */
  readonly release: string;
}

/**
 * Joins the imported messages and the overlay into the schema of RoomConfiguration. Parts with problems (see
 * importProblems) are left out or empty.
 */
export function roomConfigurationSchema({ model, overlay, release }: Import): JsonSchema {
  const message = ({ name, fields }: ProtoMessage): JsonSchema => {
    const words = overlay.messages[name];
    const member = (field: ProtoField): [string, JsonSchema] => [
      field.jsonName,
      memberSchema(field, words?.members[field.jsonName]),
    ];
    return {
      title: name,
      description: words?.description ?? "",
      type: "object",
      additionalProperties: false,
      properties: Object.fromEntries(fields.map(member)),
    };
  };

  const [root, ...reached] = model.messages;
  if (!root) throw new Error("the model has no messages");
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "https://unpkg.com/livekit-claims@1/schema/protocol/room-configuration.schema.json",
    $comment: `Imported from github.com/livekit/protocol ${release} by "npm run protocol:import", with the words of ../room-configuration.overlay.json. Not edited by hand.`,
    "x-protocol": release,
    ...message(root),
    $defs: Object.fromEntries([
      ...reached.map((m): [string, JsonSchema] => [m.name, message(m)]),
      ...model.enums.map((e): [string, JsonSchema] => [e.name, enumSchema(e, overlay.enums[e.name])]),
    ]),
  };
}

function memberSchema(field: ProtoField, words: MemberOverlay | undefined): JsonSchema {
  const type = typeSchema(field);
  const shapes: Record<ProtoField["shape"], JsonSchema> = {
    single: type,
    list: { type: "array", items: type },
    map: { type: "object", additionalProperties: type },
  };
  const secrecy = secrecyOf(field, words);
  return {
    description: words?.description ?? "",
    ...shapes[field.shape],
    ...(field.deprecated ? { deprecated: true } : {}),
    ...(secrecy === undefined ? {} : { "x-secret": secrecy }),
    "x-proto-name": field.protoName,
    ...(field.oneof === undefined ? {} : { "x-oneof": field.oneof }),
  };
}

function typeSchema({ type }: ProtoField): JsonSchema {
  return type.kind === "scalar" ? (SCALAR_SCHEMAS[type.scalar] ?? {}) : { $ref: `#/$defs/${type.name}` };
}

function enumSchema({ name, values }: ProtoEnum, words: EnumOverlay | undefined): JsonSchema {
  const meanings = values.map((value) => `${value.name}: ${words?.values[value.name]}`);
  return {
    title: name,
    description: `${words?.description}\n${meanings.map((line) => `- ${line}`).join("\n")}`,
    type: "string",
    enum: values.map((value) => value.name),
    "x-enum-numbers": Object.fromEntries(values.map((value) => [value.name, value.number])),
  };
}
