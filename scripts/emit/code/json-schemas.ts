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
 * The JSON Schemas of what the Standard Schemas take and return: each definition as JSON text, which is parsed when it is
 * asked for. Those alike on both sides, as all of imported messages are, stand once. The Standard Schemas that have them
 * are written into src/, beside those that do not.
 */
export function emitJsonSchemas(model: Model): Output[] {
  const taken = toRules(applyProfile(model, "input"));
  const built = mapSchemas(model, ({ schema, origin }) => (origin === "protocol" ? schema : requireDefaulted(schema)));
  const returned = toRules(built);
  const texts = DIALECTS.flatMap((dialect) =>
    textsOf(dialect, definitions(taken, dialect), definitions(returned, dialect)),
  );
  return [
    file("json-schemas.ts", [...TYPES, ...texts]),
    file("../src/claims/standard-json-schemas.ts", standardSchemasOf(model)),
  ];
}

const TYPES = [
  "/** JSON texts of definitions by title. */",
  "export type Definitions = Readonly<Record<string, string>>;",
  "",
  "export interface JsonSchemas {",
  "  /** What `$schema` says. */",
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
  const found = (document.$defs ?? document.definitions) as Readonly<Record<string, JsonSchema>>;
  return new Map(Object.entries(found).map(([name, schema]) => [name, JSON.stringify(schema)]));
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
