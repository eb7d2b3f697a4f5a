import type { ProtoEnum, ProtoField, ProtoMessage, ProtoModel } from "./descriptors.js";
import { compareOverlay, type EnumOverlay, type MemberOverlay, type Overlay } from "./overlay.js";

export interface Import {
  readonly model: ProtoModel;
  readonly overlay: Overlay;
  readonly deprecated: ReadonlySet<string>;
  /** The release of @livekit/protocol that the model was read from. */
  readonly version: string;
  /** Whether descriptions may be missing, to be written later. */
  readonly draft?: boolean;
}

type Json = Record<string, unknown>;

/**
 * Joins the imported structure with our words into the schema of RoomConfiguration.
 *
 * @throws Error naming every member without a description, unless it is a draft, and every description without a
 *   member; or a member of a scalar type that SCALAR_SCHEMAS has no bounds for
 */
export function roomConfigurationSchema({ model, overlay, deprecated, version, draft = false }: Import): Json {
  const { missing, unknown } = compareOverlay(overlay, model);
  const problems = [
    ...(draft ? [] : missing).map((path) => `${path} has no description; write one`),
    ...unknown.map((path) => `${path} is described, but @livekit/protocol ${version} has no such thing; remove it`),
  ];
  if (problems.length > 0) throw new Error(`schema/room-configuration.overlay.json:\n  ${problems.join("\n  ")}`);

  const message = ({ name, fields }: ProtoMessage): Json => {
    const words = overlay.messages[name];
    const member = (field: ProtoField): [string, Json] => [
      field.jsonName,
      memberSchema(name, field, words?.members[field.jsonName], deprecated.has(`${name}.${field.jsonName}`)),
    ];
    return {
      title: name,
      description: words?.description,
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
    $comment: `Imported from @livekit/protocol ${version} by "npm run protocol:import", with the words of ../room-configuration.overlay.json. Not edited by hand.`,
    "x-protocol": version,
    ...message(root),
    $defs: Object.fromEntries([
      ...reached.map((m): [string, Json] => [m.name, message(m)]),
      ...model.enums.map((e): [string, Json] => [e.name, enumSchema(e, overlay.enums[e.name])]),
    ]),
  };
}

function memberSchema(message: string, field: ProtoField, words: MemberOverlay | undefined, deprecated: boolean): Json {
  const type = typeSchema(message, field);
  const shapes: Record<ProtoField["shape"], Json> = {
    single: type,
    list: { type: "array", items: type },
    map: { type: "object", additionalProperties: type },
  };
  return {
    description: words?.description,
    ...shapes[field.shape],
    ...(deprecated ? { deprecated: true } : {}),
    ...(words?.["x-secret"] ? { "x-secret": words["x-secret"] } : {}),
    "x-proto-name": field.protoName,
    ...(field.oneof === undefined ? {} : { "x-oneof": field.oneof }),
  };
}

function typeSchema(message: string, { protoName, type }: ProtoField): Json {
  if (type.kind !== "scalar") return { $ref: `#/$defs/${type.name}` };
  const schema = SCALAR_SCHEMAS[type.scalar];
  if (schema) return schema;
  throw new Error(`${message}.${protoName}: ${type.scalar} has no JSON Schema here yet; add it to SCALAR_SCHEMAS`);
}

/** What protobuf JSON writes for the scalar types of protobuf that are met so far. */
export const SCALAR_SCHEMAS: Readonly<Record<string, Json>> = {
  string: { type: "string" },
  bool: { type: "boolean" },
  double: { type: "number" },
  int32: { type: "integer", minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
  uint32: { type: "integer", minimum: 0, maximum: 2 ** 32 - 1 },
};

function enumSchema({ name, values }: ProtoEnum, words: EnumOverlay | undefined): Json {
  const meanings = values.map((value) => `${value.name}: ${words?.values[value.name]}`);
  return {
    title: name,
    description: `${words?.description}\n${meanings.map((line) => `- ${line}`).join("\n")}`,
    type: "string",
    enum: values.map((value) => value.name),
    "x-enum-numbers": Object.fromEntries(values.map((value) => [value.name, value.number])),
  };
}
