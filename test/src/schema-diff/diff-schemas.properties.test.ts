import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isObject } from "../../../src/json/is-object.js";
import { diffSchemas, type SchemaChange } from "../../../src/schema-diff/diff-schemas.js";
import { exclusionsIn } from "../../../src/schema-diff/exclusions.js";
import { claimsBundle } from "../../support/arbitrary-claims.js";
import { arbitrarySchema, arbitraryStep, arbitraryValue } from "../../support/arbitrary-schema.js";
import { membersOfJson } from "../../support/members-of-json.js";

const pairs = fc.oneof(arbitraryStep, fc.tuple(arbitrarySchema, arbitrarySchema));

const MIRRORED = { added: "removed", removed: "added", narrowed: "widened", widened: "narrowed", changed: "changed" };

const kinds = (changes: readonly SchemaChange[], name = (kind: SchemaChange["kind"]): string => kind): string[] =>
  changes.map(({ member, alsoAt, kind }) => `${[member, ...alsoAt].sort().join()} ${name(kind)}`).sort();

const FOLDER = new URL("../../../generated/bundles/", import.meta.url);
const readBundle = (file: string): unknown => JSON.parse(readFileSync(new URL(file, FOLDER), "utf8"));
const BUNDLES = readdirSync(FOLDER).flatMap((file) => /^(.+)\.2020-12\.json$/.exec(file)?.[1] ?? []);

/**
 * Opens a schema as verifying code does: unknown members and values are accepted, nothing is required, there are no
 * conditions, and any branch of a union will do. Members that exclude each other are known ones.
 */
function opened(schema: unknown): unknown {
  if (!isObject(schema)) return schema;
  const { enum: _, const: __, required: ___, if: ____, then: _____, ...rest } = schema;
  const { additionalProperties: others, properties, $defs, items, anyOf, oneOf, allOf, ...kept } = rest;
  const isKnown = (name: string) => isObject(properties) && Object.hasOwn(properties, name);
  const areKnown = (rule: unknown) => exclusionsIn(rule).every((pair) => JSON.parse(pair).every(isKnown));
  const rules = Array.isArray(allOf) ? allOf.filter(areKnown) : [];
  const each = (schemas: unknown) =>
    isObject(schemas) && Object.fromEntries(Object.entries(schemas).map(([name, child]) => [name, opened(child)]));
  return {
    ...kept,
    ...(others !== undefined && others !== false && { additionalProperties: opened(others) }),
    ...(properties !== undefined && { properties: each(properties) }),
    ...($defs !== undefined && { $defs: each($defs) }),
    ...(items !== undefined && { items: opened(items) }),
    ...(rules.length > 0 && { allOf: rules }),
    ...(Array.isArray(anyOf) && { anyOf: anyOf.map(opened) }),
    ...(Array.isArray(oneOf) && { anyOf: oneOf.map(opened) }),
  };
}

describe("diffSchemas", { timeout: 60_000 }, () => {
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

  it.each([
    {
      party: "mint" as const,
      when: "a value is no longer valid",
      accepted: (before: object) => before,
      mustAccept: (_: object, after: object) => after,
    },
    {
      party: "verify" as const,
      when: "the old rules, opened for decoding, reject a new token",
      accepted: (_: object, after: object) => after,
      mustAccept: (before: object) => opened(before) as object,
    },
  ])("breaks code for the party $party whenever $when", ({ party, accepted, mustAccept }) => {
    const ajv = new Ajv2020({ strict: false, validateSchema: false });
    let compared = 0;
    fc.assert(
      fc.property(
        arbitraryStep,
        fc.array(arbitraryValue, { minLength: 20, maxLength: 40 }),
        ([before, after], values) => {
          if (diffSchemas(before, after).changes.some(({ breaks }) => breaks.includes(party))) return;
          const [accepts, acceptsToo] = [ajv.compile(accepted(before, after)), ajv.compile(mustAccept(before, after))];
          const valid = values.filter((value) => accepts(value));
          compared += valid.length;
          expect(valid.filter((value) => !acceptsToo(value))).toEqual([]);
        },
      ),
    );
    expect(compared).toBeGreaterThan(0);
  });

  it.each(BUNDLES)("finds nothing between the dialects of %s", (name) => {
    const [draft07, in2020] = ["draft-07", "2020-12"].map((dialect) => readBundle(`${name}.${dialect}.json`));
    expect(diffSchemas(draft07, in2020)).toEqual({ changes: [], step: "none" });
  });

  it("reports the same changes in draft-07 as in 2020-12", () => {
    const change = (file: string) => {
      const bundle = JSON.stringify(readBundle(file));
      return diffSchemas(JSON.parse(bundle), JSON.parse(bundle.replaceAll('"canPublish"', '"mayPublish"')));
    };
    const changed = change("claims.rules-mint.draft-07.json");
    expect(changed.changes.map(({ member }) => member)).toContain("/video/mayPublish");
    expect(changed).toEqual(change("claims.rules-mint.2020-12.json"));
  });

  it("reports each keyword and member of our bundle that is deleted or added", () => {
    // References and definitions have no effect by themselves. A rule of a oneof is the same without `properties` in
    // its condition.
    const silent =
      /\/(\$(schema|id|defs|ref)|x-version|\$defs\/\w+|allOf\/\d+\/if\/properties(\/\w+)?)$|^\/\$(schema|id)$/;
    const count = membersOfJson(claimsBundle).length;
    fc.assert(
      fc.property(fc.nat(count - 1), fc.boolean(), (index, isDeleted) => {
        const without = structuredClone(claimsBundle);
        const { parent, name, pointer } = membersOfJson(without)[index] as ReturnType<typeof membersOfJson>[number];
        fc.pre(!silent.test(pointer));
        delete parent[name];
        const [before, after] = isDeleted ? [claimsBundle, without] : [without, claimsBundle];
        expect(diffSchemas(before, after).changes, pointer).not.toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ["unions", (next: object) => ({ anyOf: [next, { type: "array", items: next }, { type: "null" }] })],
    ["rules", (next: object) => ({ not: { properties: { a: next, b: next } }, allOf: [{ anyOf: [next, next] }] })],
  ])("does not expand references: %s", (_, write) => {
    // The number of paths through these is exponential.
    const chain = (last: string) => ({
      $ref: "#/$defs/D0",
      $defs: Object.fromEntries([
        ...Array.from({ length: 40 }, (_, n) => [`D${n}`, write({ $ref: `#/$defs/D${n + 1}` })]),
        ["D40", { type: last }],
      ]),
    });
    expect(diffSchemas(chain("string"), chain("string")).changes).toEqual([]);
    expect(diffSchemas(chain("string"), chain("integer")).changes).not.toEqual([]);
  });
});
