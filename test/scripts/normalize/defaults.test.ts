import { expect, it } from "vitest";
import type { JsonSchema } from "../../../scripts/model/json-schema.js";
import type { Schemas } from "../../../scripts/model/model.js";
import { fillableDefaults } from "../../../scripts/normalize/defaults.js";
import { NO_WEBHOOK } from "../../support/no-webhook.js";

const def = (name: string, schema: JsonSchema) =>
  [name, { name, origin: "grants" as const, file: "", schema }] as const;
const filled = (...defs: ReturnType<typeof def>[]) => {
  const schemas: Schemas = {
    roots: [],
    protocol: "1.2.3",
    webhook: NO_WEBHOOK,
    servers: new Map(),
    retyped: new Map(),
    defs: new Map(defs),
  };
  return Object.fromEntries([...fillableDefaults(schemas).defs].map(([name, { schema }]) => [name, schema]));
};

it("removes a default that depends on another member", () => {
  const a = { type: "boolean", default: true };
  expect(filled(def("A", { properties: { a, b: { ...a, "x-default-from": "a" } } }))).toEqual({
    A: { properties: { a, b: { type: "boolean", "x-default-from": "a" } } },
  });
});

it("completes the default of an object with the defaults of its required members", () => {
  const target = { required: ["a", "c"], properties: { a: { default: false }, b: { default: 1 }, c: {} } };
  const { B } = filled(def("A", target), def("B", { properties: { a: { $ref: "#/$defs/A", default: {} } } }));
  expect(B).toEqual({ properties: { a: { $ref: "#/$defs/A", default: { a: false } } } });
});
