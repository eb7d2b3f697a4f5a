import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { cacheFolder } from "../../scripts/process/cache-folder.js";
import { download } from "../../scripts/process/run.js";
import { cachedFolder, digestOf } from "../interop/cached-folder.js";

/** tree-sitter, which reads languages that there is no compiler for here, and its grammars. */
const PARSER = "web-tree-sitter";
const GRAMMARS = "@repomix/tree-sitter-wasms";
const MANIFEST = JSON.stringify({ private: true, dependencies: { [PARSER]: "0.27.1", [GRAMMARS]: "0.1.17" } });

/** What is used of a tree-sitter node: a piece of code that the grammar names. */
interface Node {
  readonly type: string;
  readonly text: string;
  /** Whether it breaks the grammar, or something inside does. */
  readonly hasError: boolean;
  readonly startPosition: { readonly row: number };
  /** Punctuation, too. */
  readonly children: readonly Node[];
  readonly namedChildren: readonly Node[];
  childForFieldName(name: string): Node | null;
  descendantsOfType(types: string | string[]): Node[];
}

interface Parser {
  setLanguage(language: unknown): void;
  parse(code: string): { readonly rootNode: Node };
}

interface TreeSitter {
  readonly Parser: { new (): Parser; init(): Promise<void> };
  readonly Language: { load(path: string): Promise<unknown> };
}

/** What code declares, as far as it matters to tokens. */
export interface Declarations {
  /** Where the code breaks the grammar of its language. */
  readonly mistakes: readonly string[];
  /** By type: the names of its members in JSON, and the types that they have. */
  readonly types: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

interface Language {
  /** The name of its grammar. */
  readonly grammar: string;
  readonly typesIn: (root: Node) => Declarations["types"];
}

const swift: Language = {
  grammar: "swift",
  typesIn: (root) => {
    const structs = root.namedChildren.filter((node) => textOf(node, "declaration_kind") === "struct");
    return typesOf(structs, (struct) => {
      const properties = membersOf(struct, "property_declaration");
      const keys = struct.descendantsOfType("enum_entry").map((entry) => {
        const key = entry.descendantsOfType("line_str_text")[0]?.text;
        return [textOf(entry, "name"), key] as const;
      });
      const nameInJson = new Map(keys);
      return properties.map((property) => {
        const type = property.namedChildren.find(({ type }) => type === "type_annotation")?.text.replace(/^:\s*/, "");
        return [nameInJson.get(textOf(property, "name")) ?? "", `${type ?? ""}${filledIn(property)}`];
      });
    });
  },
};

const csharp: Language = {
  grammar: "c_sharp",
  typesIn: (root) =>
    typesOf(root.descendantsOfType("class_declaration"), (type) =>
      membersOf(type, "property_declaration").map((property) => {
        const attributes = property.descendantsOfType("attribute");
        const named = attributes.find((attribute) => textOf(attribute, "name") === "JsonPropertyName");
        const nameInJson = named?.descendantsOfType("string_literal_content")[0]?.text ?? "";
        const leftOut = attributes.some(({ text }) => text.endsWith("JsonIgnoreCondition.WhenWritingNull)"));
        const type = `${textOf(property, "type")}${filledIn(property)}`;
        return [nameInJson, leftOut ? type : `${type}, also when it is null`];
      }),
    ),
};

/** How each language is read, by the name of its folder. */
export const LANGUAGES = { swift, csharp } as const;

/** Reads what quicktype made. */
export async function declarationsIn(code: string, { grammar, typesIn }: Language): Promise<Declarations> {
  const root = (await parserFor(grammar)).parse(code).rootNode;
  return {
    mistakes: mistakesIn(root).map(({ text, startPosition }) => `line ${startPosition.row + 1}: ${text}`),
    types: typesIn(root),
  };
}

async function parserFor(grammar: string): Promise<Parser> {
  const folder = join(await installed(), "node_modules");
  const entry = pathToFileURL(join(folder, PARSER, "web-tree-sitter.js")).href;
  const { Parser, Language }: TreeSitter = await import(entry);
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(join(folder, GRAMMARS, "out", `tree-sitter-${grammar}.wasm`)));
  return parser;
}

/** The folder that tree-sitter is installed in, apart from the project's own packages: its grammars are large. */
function installed(): Promise<string> {
  const parent = join(cacheFolder(), "languages", "tree-sitter");
  return cachedFolder(parent, digestOf([MANIFEST]), async (folder) => {
    await writeFile(join(folder, "package.json"), MANIFEST);
    await download("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: folder });
  });
}

function typesOf(
  declared: readonly Node[],
  members: (node: Node) => (readonly [string, string])[],
): Declarations["types"] {
  return Object.fromEntries(declared.map((node) => [textOf(node, "name"), Object.fromEntries(members(node))]));
}

function membersOf(declared: Node, type: string): Node[] {
  return declared.childForFieldName("body")?.namedChildren.filter((node) => node.type === type) ?? [];
}

/** What a property is before anything is decoded, if the code says. */
function filledIn(property: Node): string {
  const value = textOf(property, "value");
  return value === "" ? "" : ` = ${value}`;
}

function textOf(node: Node, field: string): string {
  return node.childForFieldName(field)?.text ?? "";
}

/** The smallest pieces that break the grammar, or lack something. */
function mistakesIn(node: Node): Node[] {
  if (!node.hasError) return [];
  const inside = node.children.flatMap(mistakesIn);
  return inside.length > 0 ? inside : [node];
}
