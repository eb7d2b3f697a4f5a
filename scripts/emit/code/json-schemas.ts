import type { JsonSchema } from "../../model/json-schema.js";
import { getDef, type Model, mapSchemas, type Output, type Schemas } from "../../model/model.js";
import { DIALECT_URIS, type Dialect, toDialect } from "../../normalize/dialects.js";
import { toRules } from "../../normalize/flavours.js";
import { applyProfile } from "../../normalize/profiles.js";
import { requireDefaulted } from "../../normalize/rules.js";
import { banner } from "../output/banner.js";
import { schemaName } from "./standard-schemas.js";

const DIALECTS = Object.keys(DIALECT_URIS) as Dialect[];

/**
 * Emits the JSON Schemas of the input and output of the Standard Schemas. Each definition is a JSON text, so that it
 * is parsed only when it is used. Definitions that are the same in both, such as all imported messages, are written
 * once. The Standard Schemas with their JSON Schemas are written into src/, next to those without.
 */
export function emitJsonSchemas(model: Model): Output[] {
  const input = toRules(applyProfile(model, "input"));
  const complete = mapSchemas(model, ({ schema, origin }) =>
    origin === "protocol" ? schema : requireDefaulted(schema),
  );
  const output = toRules(complete);
  const texts = DIALECTS.flatMap((dialect) =>
    textsOf(dialect, definitions(input, dialect), definitions(output, dialect)),
  );
  return [
    file("json-schemas.ts", [...TYPES, ...texts]),
    file("../src/claims/standard-json-schemas.ts", standardSchemasOf(model)),
  ];
}

const TYPES = [
  "/** The JSON text of each definition, by title. */",
  "export type Definitions = Readonly<Record<string, string>>;",
  "",
  "export interface JsonSchemas {",
  "  /** The value of `$schema`. */",
  "  readonly uri: string;",
  "  /** The member of a schema that holds its definitions. */",
  '  readonly keyword: "$defs" | "definitions";',
  "  readonly input: Definitions;",
  "  readonly output: Definitions;",
  "}",
  "",
];

function definitions({ defs }: Schemas, dialect: Dialect): Map<string, string> {
  const $defs = Object.fromEntries([...defs].map(([name, { schema }]): [string, JsonSchema] => [name, schema]));
  const document = toDialect({ $defs }, dialect);
  const written = (document.$defs ?? document.definitions) as Readonly<Record<string, JsonSchema>>;
  return new Map(Object.entries(written).map(([name, schema]) => [name, JSON.stringify(schema)]));
}

function textsOf(dialect: Dialect, input: ReadonlyMap<string, string>, output: ReadonlyMap<string, string>): string[] {
  const name = dialect === "2020-12" ? "draft2020" : "draft07";
  const isShared = (title: string): boolean => input.get(title) === output.get(title);
  const members = (texts: ReadonlyMap<string, string>, shared: boolean) =>
    [...texts]
      .filter(([title]) => isShared(title) === shared)
      .map(([title, text]) => `    ${title}: ${JSON.stringify(text)},`);
  return [
    `const ${name}Shared: Definitions = {`,
    ...members(input, true),
    "};",
    "",
    `export const ${name}: JsonSchemas = {`,
    `  uri: ${JSON.stringify(DIALECT_URIS[dialect])},`,
    `  keyword: ${JSON.stringify(dialect === "2020-12" ? "$defs" : "definitions")},`,
    "  input: {",
    `    ...${name}Shared,`,
    ...members(input, false),
    "  },",
    "  output: {",
    `    ...${name}Shared,`,
    ...members(output, false),
    "  },",
    "};",
    "",
  ];
}

function standardSchemasOf(model: Model): string[] {
  return [
    'import { withJsonSchema } from "./standard-json-schema.js";',
    'import * as schemas from "./standard-schemas.js";',
    "",
    ...model.roots.flatMap((title) => {
      const name = schemaName(getDef(model, title).file);
      return [
        `/** The Standard Schema of ${title}, with its JSON Schemas. */`,
        `export const ${name} = /* @__PURE__ */ withJsonSchema("${title}", schemas.${name});`,
      ];
    }),
  ];
}

function file(path: string, lines: readonly string[]): Output {
  return { path, content: `${banner("emit/code/json-schemas", "schema/")}${lines.join("\n").trim()}\n` };
}
