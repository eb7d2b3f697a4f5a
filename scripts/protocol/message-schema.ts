import type { JsonSchema } from "../model/json-schema.js";
import { type EnumOverlay, type MemberOverlay, OVERLAY_FILE, type Overlay } from "./overlay.js";
import type { ProtoEnum, ProtoField, ProtoMessage } from "./proto-model.js";
import { ROOTS, reachedFrom, referenceTo } from "./roots.js";
import { SCALAR_SCHEMAS } from "./scalar-schemas.js";
import { secrecyOf } from "./secrecy.js";
import type { Supported } from "./supported-model.js";

export interface Import extends Supported {
  readonly overlay: Overlay;
  /** The release of the protocol from which the model was read. */
  readonly release: string;
}

/**
 * Joins the imported messages and the overlay into the schema file of a message. Parts with problems (see
 * importProblems) are left out or empty.
 */
export function messageSchema(root: string, file: string, { model, overlay, release }: Import): JsonSchema {
  const message = ({ name, fields }: ProtoMessage): JsonSchema => {
    const words = overlay.messages[name];
    const member = (field: ProtoField): [string, JsonSchema] => [
      field.jsonName,
      memberSchema(field, words?.members[field.jsonName], root),
    ];
    return {
      title: name,
      description: words?.description ?? "",
      type: "object",
      additionalProperties: false,
      properties: Object.fromEntries(fields.map(member)),
    };
  };

  const others = Object.keys(ROOTS).filter((name) => name !== root);
  const {
    messages: [top, ...reached],
    enums,
  } = reachedFrom(model, [root], others);
  if (!top) throw new Error(`the model has no message ${root}`);
  const $defs = [
    ...reached.map((m): [string, JsonSchema] => [m.name, message(m)]),
    ...enums.map((e): [string, JsonSchema] => [e.name, enumSchema(e, overlay.enums[e.name])]),
  ];
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `https://unpkg.com/livekit-claims@1/schema/${file}`,
    $comment: `Imported from github.com/livekit/protocol ${release} by "npm run protocol:import", with the words of ../${OVERLAY_FILE}. Not edited by hand.`,
    "x-protocol": release,
    ...message(top),
    ...($defs.length === 0 ? {} : { $defs: Object.fromEntries($defs) }),
  };
}

function memberSchema(field: ProtoField, words: MemberOverlay | undefined, root: string): JsonSchema {
  const type = typeSchema(field, root);
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

function typeSchema({ type }: ProtoField, root: string): JsonSchema {
  return type.kind === "scalar" ? (SCALAR_SCHEMAS[type.scalar] ?? {}) : { $ref: referenceTo(type.name, root) };
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
