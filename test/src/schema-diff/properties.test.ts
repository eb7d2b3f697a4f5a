import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffSchemas, type SchemaChange } from "../../../src/schema-diff.js";
import { claimsBundle } from "../arbitrary-claims.js";
import { arbitrarySchema, arbitraryStep, arbitraryValue } from "./arbitrary-schema.js";
import { membersOfJson } from "./members-of-json.js";

const pairs = fc.oneof(arbitraryStep, fc.tuple(arbitrarySchema, arbitrarySchema));

const MIRRORED = { added: "removed", removed: "added", narrowed: "widened", widened: "narrowed", changed: "changed" };

const kinds = (changes: readonly SchemaChange[], name = (kind: SchemaChange["kind"]): string => kind): string[] =>
  changes.map(({ member, alsoAt, kind }) => `${[member, ...alsoAt].sort().join()} ${name(kind)}`).sort();

describe("diffSchemas", () => {
  it("finds nothing between a schema and itself", () => {
    fc.assert(
      fc.property(arbitrarySchema, (schema) => {
        expect(diffSchemas(schema, structuredClone(schema))).toEqual({ changes: [], step: "none" });
      }),
    );
  });

  it("finds the mirrored changes when old and new are swapped", () => {
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const there = diffSchemas(before, after).changes;
        const back = diffSchemas(after, before).changes;
        expect(kinds(there, (kind) => MIRRORED[kind])).toEqual(kinds(back));
      }),
    );
  });

  it("breaks those who mint whenever a value is no longer valid", () => {
    const ajv = new Ajv2020({ strict: false });
    let compared = 0;
    fc.assert(
      fc.property(
        arbitraryStep,
        fc.array(arbitraryValue, { minLength: 20, maxLength: 40 }),
        ([before, after], values) => {
          if (diffSchemas(before, after).changes.some(({ breaks }) => breaks.includes("mint"))) return;
          const [was, is] = [ajv.compile(before), ajv.compile(after)];
          const valid = values.filter((value) => was(value));
          compared += valid.length;
          expect(valid.filter((value) => !is(value))).toEqual([]);
        },
      ),
    );
    expect(compared).toBeGreaterThan(0);
  });

  it("sees each keyword and member of our bundle go and come", () => {
    // References and definitions say nothing alone; a rule of a oneof says the same without its condition's second half.
    const silent = /\/(\$(schema|id|defs|ref)|\$defs\/\w+|allOf\/\d+\/if\/properties(\/\w+)?)$|^\/\$(schema|id)$/;
    const count = membersOfJson(claimsBundle).length;
    fc.assert(
      fc.property(fc.nat(count - 1), (index) => {
        const without = structuredClone(claimsBundle);
        const { parent, name, pointer } = membersOfJson(without)[index] as ReturnType<typeof membersOfJson>[number];
        fc.pre(!silent.test(pointer));
        delete parent[name];
        expect(diffSchemas(claimsBundle, without).changes, pointer).not.toEqual([]);
        expect(diffSchemas(without, claimsBundle).changes, pointer).not.toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
