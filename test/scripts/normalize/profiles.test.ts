import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../../../scripts/model/json-schema.js";
import { load } from "../../../scripts/model/load.js";
import type { SchemaDef, Schemas } from "../../../scripts/model/model.js";
import { applyProfile } from "../../../scripts/normalize/profiles.js";
import { SCHEMA } from "../../support/copies.js";
import { NO_WEBHOOK } from "../../support/no-webhook.js";

const rules: JsonSchema = {
  type: "object",
  additionalProperties: false,
  required: ["exp"],
  properties: {
    exp: { $ref: "#/$defs/NumericDate" },
    kind: { $ref: "#/$defs/Kind" },
    config: { anyOf: [{ $ref: "#/$defs/Message" }, { type: "null" }] },
  },
  if: { required: ["kind"], properties: { kind: { const: "sip" } } },
  then: { required: ["config"] },
};
const date: JsonSchema = { title: "NumericDate", type: "integer", minimum: 0, maximum: 9 };
const kinds: JsonSchema = { title: "Kind", type: "string", enum: ["sip", "agent"] };

const def = (name: string, origin: SchemaDef["origin"], schema: JsonSchema): [string, SchemaDef] => [
  name,
  { name, origin, file: `${name}.schema.json`, schema },
];
const schemas: Schemas = {
  retyped: new Map(),
  roots: ["Claims", "Message"],
  defs: new Map([
    def("Claims", "grants", rules),
    def("NumericDate", "grants", date),
    def("Kind", "grants", kinds),
    def("Message", "protocol", { ...rules, title: "Message" }),
    def("MessageKind", "protocol", { ...kinds, "x-enum-numbers": { sip: 0, agent: 1 } }),
  ]),
  protocol: "1.52.1",
  webhook: NO_WEBHOOK,
  servers: new Map(),
};

describe("input", () => {
  const schemaOf = (name: string) => applyProfile(schemas, "input").defs.get(name)?.schema;

  it("requires nothing, and keeps closed objects, enums and rules between members", () => {
    const { required: _, properties, ...rest } = rules;
    expect(schemaOf("Claims")).toEqual({ ...rest, properties: { ...properties, $schema: expect.anything() } });
    for (const name of ["Kind", "NumericDate"]) expect(schemaOf(name)).toEqual(schemas.defs.get(name)?.schema);
  });

  it("allows $schema in Claims only", async () => {
    const { defs } = applyProfile(await load(SCHEMA), "input");
    const allowing = [...defs.values()].filter(({ schema }) => "$schema" in (schema.properties ?? {}));
    expect(allowing.map(({ name }) => name)).toEqual(["Claims"]);
  });

  it("does not change protocol messages", () => {
    expect(schemaOf("Message")).toBe(schemas.defs.get("Message")?.schema);
  });
});

describe("mint", () => {
  it("does not change the schemas", () => {
    expect(applyProfile(schemas, "mint")).toBe(schemas);
  });
});

describe("decode", () => {
  const schemaOf = (name: string) => applyProfile(schemas, "decode").defs.get(name)?.schema;

  it("opens claims and grants: it accepts unknown members, requires nothing, and has no rules between members", () => {
    expect(schemaOf("Claims")).toEqual({ type: "object", properties: rules.properties });
  });

  it("accepts any string for an enum, and any number for a date", () => {
    expect(schemaOf("Kind")).toEqual({ title: "Kind", type: "string" });
    expect(schemaOf("NumericDate")).toEqual({ title: "NumericDate", type: "number" });
  });

  it("does not change protocol messages and their enums", () => {
    for (const name of ["Message", "MessageKind"]) expect(schemaOf(name)).toBe(schemas.defs.get(name)?.schema);
  });

  it("keeps roots, names, files and origins, and does not change its input", () => {
    const before = structuredClone([...schemas.defs.values()]);
    const decode = applyProfile(schemas, "decode");
    expect(decode.roots).toEqual(schemas.roots);
    expect([...decode.defs.keys()]).toEqual([...schemas.defs.keys()]);
    const rest = ({ name, file, origin }: SchemaDef) => ({ name, file, origin });
    expect([...decode.defs.values()].map(rest)).toEqual([...schemas.defs.values()].map(rest));
    expect([...schemas.defs.values()]).toEqual(before);
  });

  it("removes closed objects, enums, required members and rules from our own schemas", async () => {
    const ours = [...applyProfile(await load(SCHEMA), "decode").defs.values()].filter((d) => d.origin === "grants");
    expect(ours.map((d) => d.name)).toEqual(expect.arrayContaining(["Claims", "NumericDate", "SIPGrants"]));
    for (const { schema } of ours) {
      expect(
        Object.keys(schema).filter((keyword) => /^(required|enum|if|then|else|minimum|maximum)$/.test(keyword)),
      ).toEqual([]);
      expect(schema.additionalProperties).toBeUndefined();
    }
  });
});
