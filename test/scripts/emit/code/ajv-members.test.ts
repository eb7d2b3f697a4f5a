import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import type { Validator } from "../../../../generated/validators.js";
import { addObject, createAjv, standaloneCode } from "../../../../scripts/emit/code/validators.js";
import { type JsonSchema, transform } from "../../../../scripts/model/json-schema.js";
import { nullableAsKeyword } from "../../../../scripts/normalize/rules.js";
import { temporaryFolder } from "../../../support/copies.js";

const inner: JsonSchema = { type: "object", required: ["a"], properties: { a: { type: "string" } } };
const uint32: JsonSchema = { type: "integer", minimum: 0, maximum: 2 ** 32 - 1 };
const ref: JsonSchema = { $ref: "inner" };
const list = (items: JsonSchema): JsonSchema => ({ type: "array", items });
const map = (additionalProperties: JsonSchema): JsonSchema => ({ type: "object", additionalProperties });

const scalars = [undefined, null, true, 0, -1, 1, 1.5, 2 ** 32, Number.NaN, Number.POSITIVE_INFINITY, "", "a", "0"];
const objects = [{}, { a: "a" }, { a: 1 }, { b: "a" }, [], [1]];
const plain = [...scalars, ...objects];
const values = [
  ...plain,
  ...plain.map((value) => [value]),
  ...plain.map((value) => ["a", value, { a: "a" }, value]),
  ...plain.map((value) => ({ key: value, "a/b~c": value })),
  new Array(2),
];

describe("a member of each form is checked as ajv checks it", () => {
  it.each<[string, JsonSchema, string | undefined]>([
    ["a string", { type: "string" }, 'ofType("string")'],
    ["a boolean", { type: "boolean" }, 'ofType("boolean")'],
    ["a number", { type: "number" }, 'ofType("number")'],
    ["an integer", { type: "integer" }, undefined],
    ["an integer with bounds", uint32, "integer(0, 4294967295)"],
    ["an integer with one bound", { type: "integer", minimum: 1 }, undefined],
    ["a number with bounds", { type: "number", minimum: 0, maximum: 1 }, undefined],
    ["a string that is not empty", { type: "string", minLength: 1 }, undefined],
    ["an object", ref, "validate"],
    ["an object or null", { anyOf: [ref, { type: "null" }] }, "orNull(validate)"],
    ["a string or null", { anyOf: [{ type: "string" }, { type: "null" }] }, undefined],
    ["a list or null", { anyOf: [list({ type: "boolean" }), { type: "null" }] }, undefined],
    ["a list of strings", list({ type: "string" }), 'list(ofType("string"))'],
    ["a list of objects", list(ref), "list(validate)"],
    ["a list of booleans", list({ type: "boolean" }), 'list(ofType("boolean"))'],
    ["a list of integers", list(uint32), "list(integer(0, 4294967295))"],
    ["a list of lists", list(list({ type: "string" })), 'list(list(ofType("string")))'],
    ["a list of what only ajv knows", list({ type: "integer" }), undefined],
    ["a map of strings", map({ type: "string" }), 'map(ofType("string"))'],
    ["a map of objects", map(ref), "map(validate)"],
    ["a map of integers", map(uint32), "map(integer(0, 4294967295))"],
    ["anything", {}, undefined],
  ])("%s", async (_form, member, check) => {
    const schema = { type: "object", properties: { m: member, n: member } };
    const live = native(schema);
    const { code, validate } = await compiled(schema);
    expect(checkOfM(code)).toBe(check);
    expectSamePlaces(validate, live, [...values, ...values.flatMap((m) => [{ m }, { n: m }, { m, n: m, other: m }])]);
  });

  it("a required member, whatever its form", async () => {
    const schema = { type: "object", required: ["m", "n"], properties: { m: ref, n: list(uint32) } };
    const { validate } = await compiled(schema);
    expectSamePlaces(validate, native(schema), [...values, ...values.flatMap((m) => [{ m }, { n: m }, { m, n: m }])]);
  });
});

it("an object near its shape has code of its own when a member has a schema that only ajv knows", async () => {
  const schema: JsonSchema = { type: "object", properties: { m: { type: "integer" }, n: { type: "string" } } };
  const { code, validate } = await compiled({ ...schema, nearShape: { title: "Any", usual: ["n"], own: ["m"] } });
  expect(code).not.toContain('ofShape("Any"');
  expectSamePlaces(validate, native(schema), [...values, ...values.flatMap((m) => [{ m }, { n: m }, { m, n: m }])]);
});

it("a rule between members is checked beside them, and drops the errors of its condition", async () => {
  const schema: JsonSchema = {
    type: "object",
    properties: { a: { type: "string" }, b: { type: "string" } },
    if: { type: "object", required: ["a"], properties: { a: { type: "string" } } },
    then: { required: ["b"], properties: { b: {} } },
  };
  const { validate } = await compiled(schema);
  const few = [{}, { a: "a" }, { a: 1 }, { a: "a", b: 1 }, { a: 1, b: 1 }, { b: 1 }, null, []];
  expectSamePlaces(validate, native(schema), few);
});

it("an error deep inside has its whole path, and each call has errors of its own", async () => {
  const leaf: JsonSchema = { type: "object", properties: { text: { type: "string" } } };
  const branch: JsonSchema = {
    type: "object",
    properties: { leaves: list({ $ref: "leaf" }), named: map({ $ref: "leaf" }) },
  };
  const tree: JsonSchema = { type: "object", properties: { branch: { $ref: "branch" } } };
  const ajv = createAjv();
  for (const [id, schema] of Object.entries({ leaf, branch, tree })) addObject(ajv, id, schema);
  const { validate } = await running(standaloneCode(ajv, { validate: "tree" }));
  const value = { branch: { leaves: [{ text: "a" }, { text: 1 }, 2], named: { "a/b~c": { text: 1 } } } };
  const expected = ["/branch/leaves/1/text", "/branch/leaves/2", "/branch/named/a~1b~0c/text"];
  expect(placesOf(validate, value)).toEqual(expected);
  const first = validate.errors;
  expect(placesOf(validate, value)).toEqual(expected);
  expect(first?.map(({ instancePath }) => instancePath)).toEqual(expected);
  expect(validate({})).toBe(true);
  expect(validate.errors).toBeNull();
});

it("the constants of the module are those that its code reads", async () => {
  const { code } = await compiled({ type: "object", properties: { m: ref, n: { type: "integer" } } });
  expect(code).not.toMatch(/^const schema\d+/m);
});

/** The shared check of the member `m`. What constants of the module are made of is filled in. */
function checkOfM(code: string): string | undefined {
  const constants = new Map(
    Array.from(code.matchAll(/^const (obj\d+) = \/\* @__PURE__ \*\/ (.*);$/gm), ([, name, value]) => [name, value]),
  );
  const expand = (text: string): string => text.replace(/obj\d+/g, (name) => expand(constants.get(name) ?? ""));
  const [, check] = /= checkValue\(vErrors, data\.m, (.*), "\/m"\)/.exec(code) ?? [];
  return check && expand(check).replaceAll(/validate\d+/g, "validate");
}

/** The module for a schema with our keywords. */
async function compiled(schema: JsonSchema): Promise<{ code: string; validate: Validator }> {
  const ajv = createAjv();
  addObject(ajv, "inner", inner);
  addObject(ajv, "outer", transform(schema, nullableAsKeyword));
  const code = standaloneCode(ajv, { validate: "outer" });
  return { code, ...(await running(code)) };
}

async function running(code: string): Promise<{ validate: Validator }> {
  const file = join(await temporaryFolder(), "validate.mjs");
  await writeFile(file, code);
  return await import(pathToFileURL(file).href);
}

/** The same schema, compiled by ajv as it is. */
function native(schema: JsonSchema): Validator {
  const ajv = new Ajv({ strict: false, strictNumbers: true, allErrors: true, validateSchema: false });
  ajv.addSchema(inner, "inner");
  return ajv.compile(schema) as Validator;
}

function expectSamePlaces(validate: Validator, live: Validator, given: readonly unknown[]): void {
  const placesBy = (one: Validator) => given.map((value) => ({ value, places: placesOf(one, value) }));
  expect(placesBy(validate)).toEqual(placesBy(live));
}

/** The places that it refuses, each once. Not the errors that only say which branch of a schema was taken. */
function placesOf(validate: Validator, value: unknown): string[] {
  const valid = validate(value);
  const errors = (validate.errors ?? []).filter(
    ({ keyword, params }) => keyword !== "if" && keyword !== "anyOf" && params.type !== "null",
  );
  if ((errors.length === 0) !== valid) throw new Error(`${valid} with ${errors.length} errors`);
  const places = errors.map(({ instancePath, params }) =>
    params.missingProperty === undefined ? instancePath : `${instancePath}/${params.missingProperty}`,
  );
  return [...new Set(places)].sort();
}
