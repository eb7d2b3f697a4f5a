import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { load } from "../../../scripts/model/load.js";
import type { VectorFile } from "../../../scripts/vectors/vector.js";
import { ROOT } from "../../support/copies.js";

const FOLDER = join(ROOT, "generated", "vectors");
const text = (file: string): string => readFileSync(join(FOLDER, file), "utf8");
const parse = (file: string) => JSON.parse(text(file));
const index = parse("index.json");

/** Every member is declared, so that a reader whose types are made of the schema loses none. */
const closed = (schema: object): object =>
  JSON.parse(JSON.stringify(schema), (_name, part) =>
    part?.properties && part.type === "object" ? { ...part, additionalProperties: false } : part,
  );
const ajv = new Ajv2020({ allErrors: true });
const validators = new Map<string, ValidateFunction>(
  index.schemas.map(({ file }: { file: string }) => [file, ajv.compile(closed(parse(file)))]),
);
const validate = (schema: string, value: unknown): unknown => {
  const check = validators.get(schema);
  if (check === undefined) throw new Error(`the index does not list ${schema}`);
  return check(value) ? [] : check.errors;
};

describe("the index of the vectors", () => {
  it("lists every JSON file of the folder but itself and the manifest of the package", () => {
    const listed = [...index.files, ...index.schemas].map(({ file }) => file);
    const present = readdirSync(FOLDER).filter((file) => /\.json$/.test(file));
    expect([...listed, "index.json", "package.json"].sort()).toEqual(present.sort());
  });

  it("has the digest and the number of tests of each file", () => {
    for (const { file, sha256 } of [...index.files, ...index.schemas]) {
      expect([file, createHash("sha256").update(text(file)).digest("hex")]).toEqual([file, sha256]);
    }
    for (const { file, numberOfTests } of index.files) expect(parse(file).tests).toHaveLength(numberOfTests);
  });

  it("has the versions of the package and of the protocol", async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    const { protocol } = await load(join(ROOT, "schema"));
    expect(index).toMatchObject({ version, protocol });
  });

  it("is as its schema says", () => expect(validate("index.schema.json", index)).toEqual([]));
});

describe.each<string>(index.files.map(({ file }: { file: string }) => file))("%s", (file) => {
  const content: VectorFile = parse(file);
  const [first, ...others] = content.tests;

  it("is as its schema says", () => expect(validate(content.schema, content)).toEqual([]));

  it.each(["id", "key", "result"])("would not be without %s", (name) => {
    const { [name as "id"]: _, ...rest } = first as VectorFile["tests"][number];
    expect(validate(content.schema, { ...content, tests: [rest, ...others] })).not.toEqual([]);
  });

  it("has tokens of one type, which the schema of the others refuses", () => {
    if (content.schema === "mint.schema.json") return;
    const isString = content.schema === "verify.schema.json";
    const tokens = content.tests.map((test) => ("token" in test ? typeof test.token : undefined));
    expect(tokens.filter((type) => (type === "string") !== isString)).toEqual([]);
    if (isString) expect(validate(content.schema, { ...content, tests: [{ ...first, token: 42 }] })).not.toEqual([]);
  });
});
