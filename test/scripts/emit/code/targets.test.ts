import { describe, expect, it } from "vitest";
import { emitTargets } from "../../../../scripts/emit/code/targets.js";
import type { JsonSchema } from "../../../../scripts/model/json-schema.js";
import { withMembers } from "../../../../scripts/model/members.js";
import type { Model, SchemaDef } from "../../../../scripts/model/model.js";
import { NO_WEBHOOK } from "../../../support/no-webhook.js";

const claims = (properties: Record<string, JsonSchema>, ...others: SchemaDef[]): Model =>
  withMembers({
    retyped: new Map([["Claims.was", { "1.1.0": "string", "1.4.0": "boolean", "1.5.0": "double" }]]),
    roots: ["Claims"],
    defs: new Map([object("Claims", properties), ...others].map((def) => [def.name, def])),
    protocol: "1.2.3",
    webhook: NO_WEBHOOK,
    servers: new Map([
      ["1.1.0", "1.2.1-0.20240101000000"],
      ["1.0.0", "1.2.0"],
    ]),
  });
const object = (title: string, properties: Record<string, JsonSchema>): SchemaDef => ({
  name: title,
  file: `${title}.schema.json`,
  origin: "grants",
  schema: { title, type: "object", properties },
});
const since = (release: string, more: JsonSchema = { type: "string" }): JsonSchema => ({ ...more, "x-since": release });
const ref = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });
const sincesOf = (model: Model) => /sinces: .* = (\{[\s\S]*?\n\});/.exec(emitTargets(model)[0]?.content ?? "")?.[1];

describe("the table of targets", () => {
  it("has the servers and the oldest protocol of a server", () => {
    const content = emitTargets(claims({}))[0]?.content;
    expect(content).toContain('  "1.1.0": "1.2.1-0.20240101000000",\n  "1.0.0": "1.2.0",\n');
    expect(content).toContain('oldestProtocol = "1.2.0"');
  });

  it("lists members of every form that some servers lack", () => {
    const model = claims({
      a: since("1.2.0"),
      b: since("1.2.1"),
      c: { type: "string" },
      d: since("1.3.0", { type: "array", items: { type: "string" } }),
    });
    expect(sincesOf(model)).toBe('{\n  Claims: { b: { member: "1.2.1" }, d: { member: "1.3.0" } },\n}');
  });

  it("lists the earlier types of a member that some servers have", () => {
    expect(sincesOf(claims({ was: { type: "integer" } }))).toBe(
      '{\n  Claims: { was: { types: { "1.4.0": "boolean", "1.5.0": "double" } } },\n}',
    );
    expect(sincesOf(claims({ was: since("1.4.0", { type: "integer" }) }))).toBe(
      '{\n  Claims: { was: { member: "1.4.0", types: { "1.5.0": "double" } } },\n}',
    );
  });

  it("leaves out members as old as their object, whose age is that of the oldest path to it", () => {
    const inner = object("Inner", { a: since("1.5.0"), b: since("1.4.0"), c: since("1.4.1") });
    const outer = object("Outer", { inner: since("1.2.0", ref("Inner")) });
    const model = claims({ young: since("1.6.0", ref("Inner")), old: since("1.4.0", ref("Outer")) }, inner, outer);
    expect(sincesOf(model)).toBe(
      '{\n  Claims: { young: { member: "1.6.0" }, old: { member: "1.4.0" } },\n  Inner: { a: { member: "1.5.0" }, c: { member: "1.4.1" } },\n}',
    );
  });

  it("lists values that are younger than their member", () => {
    const schema = {
      title: "Kind",
      type: "string",
      enum: ["a", "b", "c"],
      "x-values-since": { b: "1.3.0", c: "1.4.0" },
    };
    const kind: SchemaDef = { name: "Kind", file: "Kind.schema.json", origin: "grants", schema };
    const model = claims(
      { x: ref("Kind"), y: since("1.3.0", { type: "array", items: ref("Kind") }), z: since("1.4.0", ref("Kind")) },
      kind,
    );
    expect(sincesOf(model)).toBe(
      '{\n  Claims: { x: { values: { b: "1.3.0", c: "1.4.0" } }, y: { member: "1.3.0", values: { c: "1.4.0" } }, z: { member: "1.4.0" } },\n}',
    );
  });

  it.each([
    { type: "boolean", default: true },
    { type: "string", default: "a" },
    { type: "boolean", "x-default-from": "a" },
  ])("rejects a young member with a default, which would be confused with a set member: %j", (schema) => {
    expect(() => emitTargets(claims({ a: since("1.3.0", schema) }))).toThrow("Claims.a has a default");
    expect(() => emitTargets(claims({ a: since("1.1.0", schema) }))).not.toThrow();
  });
});
