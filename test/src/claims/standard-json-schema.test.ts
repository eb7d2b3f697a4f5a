import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Issue } from "../../../src/index.js";
import * as core from "../../../src/index.js";
import * as schemas from "../../../src/schemas.js";
import { mutatedClaims, validClaims } from "../../support/arbitrary-claims.js";
import { failure } from "../../support/tokens.js";

type Both = StandardSchemaV1 & StandardJSONSchemaV1;

const named = Object.entries(schemas) as unknown as [keyof typeof schemas, Both][];
const TARGETS = [
  ["draft-2020-12", "https://json-schema.org/draft/2020-12/schema"],
  ["draft-07", "http://json-schema.org/draft-07/schema#"],
] as const;
const SIDES = ["input", "output"] as const;

const texts = named.flatMap(
  ([
    ,
    {
      "~standard": { jsonSchema },
    },
  ]) => SIDES.flatMap((side) => TARGETS.map(([target]) => JSON.stringify(jsonSchema[side]({ target })))),
);
/** Our annotations. A strict compiler rejects any other keyword that it does not know. */
const keywords = [...new Set(texts.flatMap((text) => text.match(/(?<=")x-[a-z-]+(?=":)/g) ?? []))];
const STRICT = { strictTypes: false, strictRequired: false, keywords };
const strict = { "draft-2020-12": new Ajv2020(STRICT), "draft-07": new Ajv(STRICT) };

// Infinity is not a number of JSON, so validation rejects it.
const LAX = { strict: false, strictNumbers: true, validateSchema: false };
/** A compiler of each draft, for schemas that are valid: another test checks that. */
const lax = { "draft-2020-12": new Ajv2020(LAX), "draft-07": new Ajv(LAX) };

/** The smallest valid value of a schema, where it is not {}. */
const LEAST: Readonly<Record<string, object>> = {
  claimsSchema: { exp: 1, iss: "key" },
  sipGrantsSchema: { admin: true, call: false },
};

/** Returns the result of a schema for a value. It must not be a promise. */
function resultOf(schema: Both, value: unknown): StandardSchemaV1.Result<unknown> {
  const result = schema["~standard"].validate(value);
  if (result instanceof Promise) throw new Error("a promise");
  return result;
}

it("exports each Standard Schema of livekit-claims by its name, as another object", () => {
  expect(named.map(([name]) => name).sort()).toEqual(
    Object.keys(core)
      .filter((name) => name.endsWith("Schema"))
      .sort(),
  );
  for (const [, schema] of named) {
    expect(schema["~standard"]).toMatchObject({ version: 1, vendor: "livekit-claims" });
  }
  for (const schema of Object.values(core).filter((value) => "~standard" in Object(value))) {
    expect((schema as unknown as Both)["~standard"].jsonSchema).toBeUndefined();
  }
});

describe.each(named)("%s", (name, schema) => {
  const { jsonSchema } = schema["~standard"];
  const title = jsonSchema.input({ target: "draft-07" }).title;

  it.each(TARGETS)("has self-contained schemas of %s that a strict compiler accepts", (target, uri) => {
    expect(`${title}Schema`.toLowerCase()).toBe(name.toLowerCase());
    for (const side of SIDES) {
      const found = jsonSchema[side]({ target });
      expect(found).toMatchObject({ $schema: uri, title });
      expect(() => strict[target].compile(found)).not.toThrow();
    }
  });

  it("accepts its own output by the output schema", () => {
    const result = resultOf(schema, LEAST[name] ?? {});
    if (result.issues) throw new Error("it is refused");
    for (const [target] of TARGETS) {
      const validate = lax[target].compile(jsonSchema.output({ target }));
      expect([validate(result.value), validate.errors]).toEqual([true, null]);
    }
  });

  it("returns schemas that the caller may change", () => {
    const options = { target: "draft-07" };
    const before = structuredClone(jsonSchema.output(options));
    const first = jsonSchema.output(options);
    for (const part of [first, ...Object.values((first.definitions ?? {}) as object)]) part.type = "changed";
    expect(jsonSchema.output(options)).toEqual(before);
  });

  it("has definitions only if it refers to any", () => {
    for (const [target] of TARGETS) {
      const found = jsonSchema.input({ target });
      const keyword = target === "draft-07" ? "definitions" : "$defs";
      expect(keyword in found).toBe(JSON.stringify(found).includes('"$ref"'));
    }
  });

  it("says that options cannot be read", async () => {
    const options = {
      get target(): string {
        throw new Error("private");
      },
    };
    expect(await failure(() => jsonSchema.input(options))).toMatchObject({
      code: "INVALID_ARGUMENT",
      message: "the options of jsonSchema cannot be read: a getter or proxy threw an error; pass plain data",
    });
  });

  it.each(["openapi-3.0", "draft-04", "__proto__", ""])(
    "rejects the target %j, and lists the known ones",
    async (target) => {
      for (const side of SIDES) {
        expect(await failure(() => jsonSchema[side]({ target }))).toMatchObject({
          code: "INVALID_ARGUMENT",
          message: 'the target of a JSON Schema must be "draft-2020-12" or "draft-07"',
        });
      }
    },
  );
});

describe.each(TARGETS)("the schemas of claims in %s", (target) => {
  const schema: Both = schemas.claimsSchema;
  const compile = (side: (typeof SIDES)[number]) =>
    lax[target].compile(schema["~standard"].jsonSchema[side]({ target }));
  const [takes, returns] = [compile("input"), compile("output")];

  it("accept all valid claims, and their output", () => {
    fc.assert(
      fc.property(validClaims, (claims) => {
        expect(takes(claims)).toBe(true);
        const result = resultOf(schema, claims);
        expect(result.issues).toBeUndefined();
        if (!result.issues) expect([returns(result.value), returns.errors]).toEqual([true, null]);
      }),
    );
  });

  it("reject whatever validation rejects", () => {
    fc.assert(
      fc.property(mutatedClaims, (claims) => {
        if (!takes(claims)) return;
        // JSON Schema cannot compare two members.
        const keywords = (resultOf(schema, claims).issues ?? []).map((issue) => (issue as Issue).keyword);
        expect(keywords.filter((keyword) => keyword !== "expiry")).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("have every default in the output", () => {
    expect(returns({ exp: 1, iss: "key" })).toBe(false);
    expect(returns(core.buildClaims({ exp: 1, iss: "key" }))).toBe(true);
  });
});
