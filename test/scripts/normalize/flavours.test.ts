import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../../../scripts/model/json-schema.js";
import type { SchemaDef, Schemas } from "../../../scripts/model/model.js";
import { toRules, toShapes } from "../../../scripts/normalize/flavours.js";
import { NO_WEBHOOK } from "../../support/no-webhook.js";

const def = (schema: JsonSchema, origin: SchemaDef["origin"] = "grants"): [string, SchemaDef] => {
  const name = String(schema.title);
  return [name, { name, origin, file: `${name}.schema.json`, schema }];
};
const schemas: Schemas = {
  retyped: new Map(),
  roots: ["Claims"],
  protocol: "1.2.3",
  webhook: NO_WEBHOOK,
  servers: new Map(),
  defs: new Map([
    def({
      title: "Claims",
      type: "object",
      additionalProperties: false,
      required: ["exp"],
      properties: {
        exp: { description: "Expiry.", $ref: "#/$defs/NumericDate" },
        kinds: { type: "array", items: { $ref: "#/$defs/Kind" }, default: [] },
        attributes: { description: "Texts.", type: "object", additionalProperties: { type: "string" } },
        config: { anyOf: [{ $ref: "#/$defs/Message" }, { type: "null" }], default: null },
      },
    }),
    def({ title: "NumericDate", description: "Seconds.", type: "integer", minimum: 0, maximum: 9 }),
    def({ title: "Kind", description: "A sort.", type: "string", enum: ["sip"] }),
    def(
      {
        title: "Message",
        type: "object",
        additionalProperties: false,
        properties: { a: { type: "string", "x-oneof": "one" }, b: { type: "string", "x-oneof": "one" } },
      },
      "protocol",
    ),
  ]),
};

describe("toRules", () => {
  it("says in the keywords of the standard what x-oneof demands, and leaves the rest as written", () => {
    const { defs } = toRules(schemas);
    expect(defs.get("Message")?.schema).toEqual({
      ...schemas.defs.get("Message")?.schema,
      allOf: [{ if: { required: ["a"], properties: { a: true } }, then: { properties: { b: false } } }],
    });
    for (const name of ["Claims", "NumericDate", "Kind"]) {
      expect(defs.get(name)?.schema).toEqual(schemas.defs.get(name)?.schema);
    }
  });
});

describe("toShapes", () => {
  const { defs } = toShapes(schemas);

  it("leaves objects with few required members, scalars in their place under the words of the member", () => {
    expect(defs.get("Claims")?.schema).toEqual({
      title: "Claims",
      type: "object",
      required: ["exp"],
      properties: {
        // Types hold every moment, also those that minting refuses.
        exp: { description: "Expiry.", type: "integer", format: "int64", minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
        kinds: { type: "array", items: { description: "A sort. One of: sip.", type: "string", examples: ["sip"] } },
        attributes: { description: "Texts.", $ref: "#/$defs/StringMap" },
        config: { $ref: "#/$defs/Message" },
      },
    });
  });

  it("opens the messages of the protocol too, which a later release adds to", () => {
    expect(defs.get("Message")?.schema).toEqual({
      title: "Message",
      type: "object",
      properties: { a: { type: "string", "x-oneof": "one" }, b: { type: "string", "x-oneof": "one" } },
    });
  });

  it("defines objects only, and the map that they share", () => {
    expect([...defs.keys()]).toEqual(["Claims", "Message", "StringMap"]);
  });
});
