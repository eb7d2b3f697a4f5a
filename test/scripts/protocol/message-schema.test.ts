import { describe, expect, it } from "vitest";
import { messageSchema } from "../../../scripts/protocol/message-schema.js";
import type { Overlay } from "../../../scripts/protocol/overlay.js";
import type { FieldType, ProtoField, ProtoModel } from "../../../scripts/protocol/proto-model.js";

const field = (jsonName: string, type: FieldType, more: Partial<ProtoField> = {}): ProtoField => ({
  ...{ jsonName, protoName: jsonName, type, shape: "single" },
  ...more,
});
const string: FieldType = { kind: "scalar", scalar: "string" };
const leaf: FieldType = { kind: "message", name: "Leaf" };

const model: ProtoModel = {
  messages: [
    {
      name: "Root",
      fields: [field("roomName", string, { protoName: "room_name" }), field("leaf", leaf, { deprecated: true })],
    },
    { name: "Leaf", fields: [field("kind", { kind: "enum", name: "Kind" })] },
  ],
  enums: [
    {
      name: "Kind",
      values: [
        { name: "A", number: 0 },
        { name: "B", number: 7 },
      ],
    },
  ],
};
const overlay: Overlay = {
  messages: {
    Root: {
      description: "The root.",
      members: { roomName: { description: "Its name.", "x-secret": "warn" }, leaf: { description: "Its leaf." } },
    },
    Leaf: { description: "A leaf.", members: { kind: { description: "Its kind." } } },
  },
  enums: { Kind: { description: "A kind.", values: { A: "the first", B: "the second" } } },
};
const schemaOf = (changes: Partial<Parameters<typeof messageSchema>[2]> = {}) =>
  messageSchema("Root", "protocol/root.schema.json", { model, overlay, unsupported: [], release: "1.2.3", ...changes });

describe("messageSchema", () => {
  it("joins structure and descriptions", () => {
    expect(schemaOf()).toStrictEqual({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: "https://unpkg.com/livekit-claims@1/schema/protocol/root.schema.json",
      $comment:
        'Imported from github.com/livekit/protocol 1.2.3 by "npm run protocol:import", with the words of ../protocol.overlay.json. Not edited by hand.',
      "x-protocol": "1.2.3",
      title: "Root",
      description: "The root.",
      type: "object",
      additionalProperties: false,
      properties: {
        roomName: { description: "Its name.", type: "string", "x-secret": "warn", "x-proto-name": "room_name" },
        leaf: { description: "Its leaf.", $ref: "#/$defs/Leaf", deprecated: true, "x-proto-name": "leaf" },
      },
      $defs: {
        Leaf: {
          title: "Leaf",
          description: "A leaf.",
          type: "object",
          additionalProperties: false,
          properties: { kind: { description: "Its kind.", $ref: "#/$defs/Kind", "x-proto-name": "kind" } },
        },
        Kind: {
          title: "Kind",
          description: "A kind.\n- A: the first\n- B: the second",
          type: "string",
          enum: ["A", "B"],
          "x-enum-numbers": { A: 0, B: 7 },
        },
      },
    });
  });

  it.each([
    [{ secret: true }, {}, { "x-secret": "refuse" }],
    [{ secret: true }, { "x-secret": "warn" }, { "x-secret": "warn" }],
    [{ secret: true }, { "x-secret": false }, {}],
    [{}, { "x-secret": "refuse" }, { "x-secret": "refuse" }],
    [{}, { "x-secret": false }, {}],
    [{}, {}, {}],
  ] as const)("of a field %j with the overlay %j has %j", (mark, decision, expected) => {
    const { model, overlay } = only(field("m", string, mark));
    const Root = { description: "d", members: { m: { description: "d", ...decision } } };
    const { properties } = schemaOf({ model, overlay: { ...overlay, messages: { Root } } });
    expect(properties).toStrictEqual({ m: { description: "d", type: "string", ...expected, "x-proto-name": "m" } });
  });

  it.each([
    ["bool", "single", { type: "boolean" }],
    ["double", "single", { type: "number" }],
    ["float", "single", { type: "number", minimum: -3.4028234663852886e38, maximum: 3.4028234663852886e38 }],
    ["sint32", "single", { type: "integer", minimum: -2147483648, maximum: 2147483647 }],
    ["fixed32", "single", { type: "integer", minimum: 0, maximum: 4294967295 }],
    ["int32", "single", { type: "integer", minimum: -2147483648, maximum: 2147483647 }],
    ["uint32", "single", { type: "integer", minimum: 0, maximum: 4294967295 }],
    ["uint32", "list", { type: "array", items: { type: "integer", minimum: 0, maximum: 4294967295 } }],
    ["string", "map", { type: "object", additionalProperties: { type: "string" } }],
  ] as const)("writes a %s, %s", (scalar, shape, expected) => {
    const { properties } = schemaOf(only(field("m", { kind: "scalar", scalar }, { shape })));
    expect(properties).toStrictEqual({ m: { description: "d", ...expected, "x-proto-name": "m" } });
  });

  it("has the oneof of a member as x-oneof only", () => {
    const schema = schemaOf(only(field("a", string, { oneof: "x" }), field("b", string, { oneof: "x" })));
    expect(schema.properties).toMatchObject({ a: { "x-oneof": "x" }, b: { "x-oneof": "x" } });
    expect(schema).not.toHaveProperty("allOf");
  });
});

/** Returns a model of one message with these fields, and an overlay with its descriptions. */
function only(...fields: ProtoField[]): { model: ProtoModel; overlay: Overlay } {
  const members = Object.fromEntries(fields.map(({ jsonName }) => [jsonName, { description: "d" }]));
  return {
    model: { messages: [{ name: "Root", fields }], enums: [] },
    overlay: { messages: { Root: { description: "d", members } }, enums: {} },
  };
}
