import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { describe, expect, it } from "vitest";
import { shortenValidators } from "../../../../scripts/emit/code/shorten.js";
import type { JsonSchema } from "../../../../scripts/model/json-schema.js";
import { temporaryFolder } from "../../../support/copies.js";

const helpers = shortenValidators("");

/** The code without the helpers that are put at its end. */
function shorten(code: string): string {
  const short = shortenValidators(code);
  expect(short.endsWith(helpers)).toBe(true);
  return short.slice(0, short.length - helpers.length);
}

describe("text", () => {
  it.each([
    ["drops a constant that nothing reads", 'const schema11 = {"type":"object"};\nrun();\n', "run();\n"],
    ["drops each of several", "const schema1 = 1;\nconst schema2 = 2;\nrun();\n", "run();\n"],
    [
      "keeps a constant that something reads",
      'const schema11 = {"enum":["a"]};\nrun(schema11.enum);\n',
      'const schema11 = {"enum":["a"]};\nrun(schema11.enum);\n',
    ],
    [
      "drops a constant whose name another one only starts with",
      "const schema1 = 1;\nconst schema11 = 2;\nrun(schema11);\n",
      "const schema11 = 2;\nrun(schema11);\n",
    ],
    ["keeps other constants", "const func1 = 1;\n", "const func1 = 1;\n"],
    [
      "drops the path within the schema, quotes in it included",
      String.raw`fail({instancePath,schemaPath:"#/properties/a\"b/type",keyword:"type"});`,
      'fail({instancePath,keyword:"type"});',
    ],
    [
      "takes only the place as a second parameter",
      'function validate1(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){}',
      'function validate1(data, instancePath=""){}',
    ],
    [
      "passes only the place",
      'validate2(data.a, {instancePath:instancePath+"/a",parentData:data,parentDataProperty:"a",rootData})',
      'validate2(data.a, instancePath+"/a")',
    ],
    [
      "passes the place that it has itself",
      "validate2(data, {instancePath,parentData,parentDataProperty,rootData})",
      "validate2(data, instancePath)",
    ],
    [
      "asks for an integer in two words",
      'if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){',
      "if(!(Number.isInteger(data0))){",
    ],
  ])("%s", (_what, code, expected) => {
    expect(shorten(code)).toBe(expected);
  });
});

const inner: JsonSchema = { type: "object", properties: { a: { type: "string" } } };
const cases: readonly (readonly [string, JsonSchema, string])[] = [
  ["a string", { type: "string" }, 'checkType(vErrors, data.m, "string", instancePath, "/m")'],
  ["a boolean", { type: "boolean" }, 'checkType(vErrors, data.m, "boolean", instancePath, "/m")'],
  [
    "an integer",
    { type: "integer", minimum: -2, maximum: 3 },
    'checkInteger(vErrors, data.m, -2, 3, instancePath, "/m")',
  ],
  ["an integer without bounds", { type: "integer" }, "Number.isInteger(data0)"],
  ["a list of strings", { type: "array", items: { type: "string" } }, "checkList(vErrors, data.m, checkString,"],
  ["an object", { $ref: "inner" }, "checkObject(vErrors, data.m, validate"],
  ["a list of objects", { type: "array", items: { $ref: "inner" } }, "checkList(vErrors, data.m, validate"],
  ["a map", { type: "object", additionalProperties: { type: "string" } }, 'fail(vErrors, instancePath+"/m/" + key0'],
  ["a list of lists", { type: "array", items: { type: "array", items: { type: "boolean" } } }, "Array.isArray"],
];
const values = [
  ...[undefined, null, true, 0, -0, -2, -3, 3, 4, 0.5, 3.5, Number.NaN, Number.POSITIVE_INFINITY, "", "a"],
  ...[[], ["a"], [1], ["a", 1, null], [{}, { a: "b" }], [{ a: 1 }, 2], [[true], ["a"]], {}, { a: "a" }, { a: 1 }],
];

describe("meaning", () => {
  it.each(cases)("the check of %s is shorter, and as strict", async (_what, member, expected) => {
    const { short, run, runShort } = await compiled({ type: "object", properties: { m: member, n: member } });
    expect(short).toContain(expected);
    expect(short).not.toMatch(/schemaPath|parentData|rootData|const schema\d/);
    for (const value of [...values.flatMap((m) => [{ m }, { n: m }, { m, n: m }]), ...values]) {
      expect([value, runShort(value)]).toEqual([value, run(value)]);
    }
  });

  it("errors are counted where an if asks for their number", async () => {
    const given: JsonSchema = { type: "object", required: ["a"], properties: { a: { type: "string" } } };
    const { run, runShort } = await compiled({
      type: "object",
      if: given,
      then: { type: "object", required: ["b"], properties: { b: {} } },
    });
    for (const value of [{}, { a: "a" }, { a: 1 }, { a: "a", b: 1 }, { b: 1 }, null]) {
      expect([value, runShort(value)]).toEqual([value, run(value)]);
    }
  });
});

type Run = (value: unknown) => readonly string[];

/** What ajv writes for a schema: run as it is, and shortened. */
async function compiled(schema: JsonSchema): Promise<{ short: string; run: Run; runShort: Run }> {
  const code = { source: true, esm: true, lines: true, optimize: 2 } as const;
  const ajv = new Ajv({ strict: true, allErrors: true, messages: false, inlineRefs: false, code });
  ajv.addSchema(inner, "inner");
  ajv.addSchema(schema, "outer");
  const long = standalone.default(ajv, { validate: "outer" });
  const short = shortenValidators(long);
  return { short, run: await running(long), runShort: await running(short) };
}

/** Gives the places that the code refuses, each once. */
async function running(code: string): Promise<Run> {
  const file = join(await temporaryFolder(), "validate.mjs");
  await writeFile(file, code);
  const { validate } = await import(pathToFileURL(file).href);
  return (value) => {
    const valid: boolean = validate(value);
    const errors: readonly { instancePath: string }[] = validate.errors ?? [];
    expect(errors.length === 0).toBe(valid);
    return [...new Set(errors.map((error) => error.instancePath))].sort();
  };
}
