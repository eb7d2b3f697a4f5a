import { expect, it } from "vitest";
import { nullableDefinitions } from "../../../scripts/normalize/nullable-definitions.js";

const orNull = { anyOf: [{ $ref: "#/$defs/A" }, { type: "null" }], description: "Maybe." };
const $defs = { A: { type: "object", title: "A" } };

it("moves null from the references to their definition", () => {
  expect(nullableDefinitions({ properties: { a: orNull, b: orNull }, $defs })).toEqual({
    properties: {
      a: { $ref: "#/$defs/A", description: "Maybe." },
      b: { $ref: "#/$defs/A", description: "Maybe." },
    },
    $defs: { A: { type: ["object", "null"], title: "A" } },
  });
});

it("keeps a union when another reference to the definition does not allow null", () => {
  const bundle = { properties: { a: orNull, b: { $ref: "#/$defs/A" } }, $defs };
  expect(nullableDefinitions(bundle)).toEqual(bundle);
});

it.each([{ anyOf: [{ type: "string" }, { type: "null" }] }, { anyOf: [{ $ref: "#/$defs/A" }, { type: "string" }] }])(
  "keeps other unions: %j",
  (union) => {
    const bundle = { properties: { a: union }, $defs };
    expect(nullableDefinitions(bundle)).toEqual(bundle);
  },
);
