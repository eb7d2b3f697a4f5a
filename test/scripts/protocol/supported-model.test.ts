import { describe, expect, it } from "vitest";
import type { FieldType, ProtoField, ProtoModel } from "../../../scripts/protocol/proto-model.js";
import { supportedModel } from "../../../scripts/protocol/supported-model.js";

const field = (jsonName: string, type: FieldType, more: Partial<ProtoField> = {}): ProtoField => ({
  ...{ jsonName, protoName: jsonName, type, shape: "single" },
  ...more,
});
const scalar = (name: string): FieldType => ({ kind: "scalar", scalar: name });
const message = (name: string): FieldType => ({ kind: "message", name });
const withFields = (...fields: ProtoField[]): ProtoModel => ({
  messages: [
    { name: "Root", fields },
    { name: "Plan", fields: [field("kind", { kind: "enum", name: "Kind" })] },
  ],
  enums: [{ name: "Kind", values: [{ name: "A", number: 0 }] }],
});

describe("supportedModel", () => {
  it("keeps every supported field", () => {
    const kept = [
      ...["string", "bool", "double", "float", "int32", "uint32", "sint32", "fixed32", "sfixed32"].map((name) =>
        field(name, scalar(name)),
      ),
      field("texts", scalar("string"), { shape: "map" }),
      field("kinds", { kind: "enum", name: "Kind" }, { shape: "list" }),
      field("plan", message("Plan"), { shape: "list" }),
    ];
    expect(supportedModel(withFields(...kept), new Map())).toEqual({ model: withFields(...kept), unsupported: [] });
  });

  it.each<readonly [field: ProtoField, problem: string]>([
    [field("m", message("Plan"), { shape: "map" }), "is a map of messages (Plan)"],
    [field("m", scalar("uint32"), { shape: "map" }), "is a map of uint32"],
    [field("m", { kind: "enum", name: "Kind" }, { shape: "map" }), "is a map of Kind"],
    [field("m", scalar("string"), { shape: "map", keys: "int32" }), "is a map with keys of type int32"],
    ...["int64", "uint64", "sint64", "fixed64", "sfixed64", "bytes"].map(
      (name) => [field("m", scalar(name)), `is of type ${name}`] as const,
    ),
    ...["Duration", "Timestamp", "StringValue", "Struct", "Any"].map(
      (name) =>
        [
          field("m", message(`google.protobuf.${name}`)),
          `is a google.protobuf.${name}, which has a JSON form of its own`,
        ] as const,
    ),
    [field("m", message("Root"), { shape: "list" }), "is a Root inside a Root"],
    [field("m", message("Outer.Inner")), "is of type Outer.Inner, which is declared inside another type"],
  ])("removes %j: it %s", (unsupported, problem) => {
    const { model, ...result } = supportedModel(withFields(field("name", scalar("string")), unsupported), new Map());
    expect(result.unsupported).toEqual([{ path: "Root.m", problem }]);
    expect(model).toEqual({ messages: [{ name: "Root", fields: [field("name", scalar("string"))] }], enums: [] });
  });

  it("reports no field that is left out on purpose, and removes what only that field reaches", () => {
    const leftOut = new Map([["Root.m", "Not yet."]]);
    for (const left of [field("m", scalar("bytes")), field("m", message("Plan"))]) {
      const { model, unsupported } = supportedModel(withFields(left), leftOut);
      expect([model.messages.map(({ name }) => name), model.enums, unsupported]).toEqual([["Root"], [], []]);
    }
  });
});
