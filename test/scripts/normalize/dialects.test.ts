import { describe, expect, it } from "vitest";
import { toDialect } from "../../../scripts/normalize/dialects.js";

const schema = {
  title: "Claims",
  properties: { video: { description: "Rooms.", $ref: "#/$defs/Video" }, $defs: { type: "string" } },
  $defs: { Video: { type: "object", additionalProperties: { $ref: "#/$defs/Video" } } },
} as const;

describe("toDialect", () => {
  it("writes 2020-12 unchanged, with $schema first", () => {
    const written = toDialect(schema, "2020-12");
    expect(written).toEqual({ $schema: "https://json-schema.org/draft/2020-12/schema", ...schema });
    expect(Object.keys(written)[0]).toBe("$schema");
  });

  it("writes draft-07 with definitions and with an allOf around references, and leaves members with such names alone", () => {
    expect(toDialect(schema, "draft-07")).toEqual({
      $schema: "http://json-schema.org/draft-07/schema#",
      title: "Claims",
      properties: {
        video: { description: "Rooms.", allOf: [{ $ref: "#/definitions/Video" }] },
        $defs: { type: "string" },
      },
      definitions: { Video: { type: "object", additionalProperties: { $ref: "#/definitions/Video" } } },
    });
  });

  it("writes no definitions for a schema without any", () => {
    expect(toDialect({ type: "string" }, "draft-07")).toEqual({
      $schema: "http://json-schema.org/draft-07/schema#",
      type: "string",
    });
  });
});
