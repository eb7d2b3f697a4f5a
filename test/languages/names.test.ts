import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { languageDocs } from "../../scripts/emit/docs/language-docs.js";
import { folderOf, readLanguages } from "../../scripts/languages/language-spec.js";
import type { Schema } from "../support/bundle-schema.js";
import { buildGenerator } from "./generator-build.js";
import { instructionsOf } from "./page-blocks.js";
import { shapes } from "./settled.js";
import { type Declarations, declarationsIn, LANGUAGES } from "./swift-csharp-names.js";

/** Allows for installing quicktype on a busy machine. */
const BUILD_TIMEOUT_MS = 5 * 60_000;

/** The types of JSON in a language. */
interface Spelling {
  readonly boolean: string;
  readonly integer: string;
  readonly number: string;
  readonly string: string;
  readonly list: (element: string) => string;
  readonly map: (value: string) => string;
  /** Returns the type of a required member, as declarationsIn reports it. */
  readonly required: (type: string) => string;
}

const SPELLINGS: Readonly<Record<keyof typeof LANGUAGES, Spelling>> = {
  swift: {
    boolean: "Bool",
    integer: "Int",
    number: "Double",
    string: "String",
    list: (element) => `[${element}]`,
    map: (value) => `[String: ${value}]`,
    required: (type) => type,
  },
  csharp: {
    boolean: "bool",
    integer: "long",
    number: "double",
    string: "string",
    list: (element) => `${element}[]`,
    map: (value) => `Dictionary<string, ${value}>`,
    required: (type) => `${type}, also when it is null`,
  },
};

const specs = readLanguages();
const pages = new Map(languageDocs(specs, { languages: [] }).map(({ path, content }) => [path, content]));

describe.each(["swift", "csharp"] as const)("the output of quicktype for %s", (id) => {
  let declared: Declarations;

  beforeAll(async () => {
    const spec = specs.find((each) => each.id === id);
    if (spec === undefined) throw new Error(`test/languages/generators/${id} is missing`);
    const { folder } = await buildGenerator(spec, instructionsOf(pages.get(`docs/languages/${id}.md`) ?? ""));
    const [file = ""] = spec.generated;
    declared = await declarationsIn(await readFile(join(folder, file), "utf8"), LANGUAGES[id]);
  }, BUILD_TIMEOUT_MS);

  it("has no syntax errors", () => {
    expect(declared.mistakes).toEqual([]);
  });

  it("has a type for every message, with optional members except for the required ones, and with their names in JSON", () => {
    // The case of types may differ: C# has SipGrants for SIPGrants.
    const types = Object.entries(declared.types).map(([type, members]) => [type.toLowerCase(), inLowerCase(members)]);
    expect(Object.fromEntries(types)).toEqual(expectedTypes(SPELLINGS[id]));
  });
});

describe("declarationsIn", () => {
  it.each([
    ["swift", "struct Claims: Codable { var sub: String? var }"],
    ["csharp", "public class Claims { public string? { get; set; } }"],
  ] as const)("finds a mistake in %s", async (id, code) => {
    expect((await declarationsIn(code, LANGUAGES[id])).mistakes).not.toEqual([]);
  });

  it("reports a required member, and one with another name", async () => {
    const code =
      'struct Grants: Codable { var a: Bool; var b: Bool?; enum CodingKeys: String, CodingKey { case a = "a"; case b = "c" } }';
    const { types } = await declarationsIn(code, LANGUAGES.swift);
    expect(types).toEqual({ Grants: { a: "Bool", c: "Bool?" } });
  });

  it.each([
    ["swift", 'struct Grants: Codable { var a: Bool? = true; enum CodingKeys: String, CodingKey { case a = "a" } }'],
    [
      "csharp",
      'public class Grants { [JsonPropertyName("a")] [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public bool? A { get; set; } = true; }',
    ],
  ] as const)("reports a member that is initialized by %s", async (id, code) => {
    const { mistakes, types } = await declarationsIn(code, LANGUAGES[id]);
    expect({ mistakes, types }).toEqual({ mistakes: [], types: { Grants: { a: expect.stringMatching(/ = true$/) } } });
  });

  it("reports a property that is written as null", async () => {
    const code = 'public class Grants { [JsonPropertyName("a")] public bool? A { get; set; } }';
    const { types } = await declarationsIn(code, LANGUAGES.csharp);
    expect(types).toEqual({ Grants: { a: "bool?, also when it is null" } });
  });
});

describe("the pom.xml of Java", () => {
  it("has the release of the generator on the page", async () => {
    const java = specs.find(({ id }) => id === "java");
    if (java === undefined) throw new Error("test/languages/generators/java is missing");
    const pom = await readFile(join(folderOf(java), "pom.xml"), "utf8");
    const plugin = /<artifactId>jsonschema2pojo-maven-plugin<\/artifactId>\s*<version>([^<]+)</.exec(pom);
    expect(plugin?.[1]).toBe(java.version);
  });
});

/** Returns the types of the bundle with the types of their members, in lower case. */
function expectedTypes(spelling: Spelling): Record<string, Record<string, string>> {
  const messages = [[shapes.title, shapes] as const, ...Object.entries(shapes.$defs ?? {})];
  return Object.fromEntries(
    messages.flatMap(([title, { properties, required = [] }]) => {
      if (properties === undefined) return [];
      const members = Object.entries(properties).map(([name, schema]) => {
        const type = spelled(schema, spelling);
        return [name, required.includes(name) ? spelling.required(type) : `${type}?`];
      });
      return [[title.toLowerCase(), inLowerCase(Object.fromEntries(members))]];
    }),
  );
}

function spelled({ $ref, type, items }: Schema, spelling: Spelling): string {
  if (type === "array" && items) return spelling.list(spelled(items, spelling));
  if (type === "boolean" || type === "integer" || type === "number" || type === "string") return spelling[type];
  const title = $ref?.replace("#/$defs/", "") ?? "";
  const { properties, additionalProperties } = shapes.$defs?.[title] ?? {};
  return properties === undefined && additionalProperties
    ? spelling.map(spelled(additionalProperties, spelling))
    : title;
}

function inLowerCase(members: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(members).map(([name, type]) => [name, type.toLowerCase()]));
}
