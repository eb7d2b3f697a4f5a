import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { cacheFolder } from "../../scripts/process/cache-folder.js";
import { download } from "../../scripts/process/run.js";
import { cachedFolder, digestOf } from "../interop/cached-folder.js";

/** tree-sitter with grammars, which parses languages whose compilers are not available here. */
const PARSER = "web-tree-sitter";
const GRAMMARS = "@repomix/tree-sitter-wasms";
const MANIFEST = JSON.stringify({ private: true, dependencies: { [PARSER]: "0.27.1", [GRAMMARS]: "0.1.17" } });

/** The part of a tree-sitter node that is used here. A node is a piece of code with a name in the grammar. */
interface Node {
  readonly type: string;
  readonly text: string;
  /** Whether the node, or one inside, is a syntax error. */
  readonly hasError: boolean;
  readonly startPosition: { readonly row: number };
  /** All children, including punctuation. */
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

/** The declarations in a file, as far as they matter for tokens. */
export interface Declarations {
  /** The places of syntax errors. */
  readonly mistakes: readonly string[];
  /** For each type, the names of its members in JSON, with their types. */
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

/** The parsers of languages, by the name of their folder. */
export const LANGUAGES = { swift, csharp } as const;

/** Parses the output of quicktype. */
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

/**
 * Returns the folder in which tree-sitter is installed. It is separate from the project's packages, since the
 * grammars are large.
 */
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

/** Returns the initial value of a property, if the code has one. */
function filledIn(property: Node): string {
  const value = textOf(property, "value");
  return value === "" ? "" : ` = ${value}`;
}

function textOf(node: Node, field: string): string {
  return node.childForFieldName(field)?.text ?? "";
}

/** Returns the innermost nodes with a syntax error. */
function mistakesIn(node: Node): Node[] {
  if (!node.hasError) return [];
  const inside = node.children.flatMap(mistakesIn);
  return inside.length > 0 ? inside : [node];
}
