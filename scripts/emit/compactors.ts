import { Project, type SourceFile } from "ts-morph";
import { banner } from "../banner.js";
import { type Member, membersOf } from "../member.js";
import { type Def, getDef, type Model, type Output } from "../model.js";

/**
 * `compactX(built)` for each object with defaults: the members whose default is false, "", [], {} or null are left out
 * when they are at it. An object that needs all its members is written whole or not at all.
 */
export function emitCompactors(model: Model): Output[] {
  const project = new Project({ useInMemoryFileSystem: true });
  const file = project.createSourceFile("compactors.ts");
  const objects = [...model.defs.values()].filter((def) => def.origin === "grants" && compacts(model, def));
  file.addImportDeclaration({
    isTypeOnly: true,
    namedImports: objects.map((def) => def.name).sort(),
    moduleSpecifier: "./types.js",
  });
  for (const def of objects) addCompactor(file, model, def);
  file.formatText({ indentSize: 2 });
  return [{ path: "compactors.ts", content: banner("compactors", "schema/") + file.getFullText() }];
}

function compacts(model: Model, { schema }: Def): boolean {
  return (
    schema.type === "object" &&
    membersOf(model, schema).some((member) => !member.required && "default" in member.schema)
  );
}

function addCompactor(file: SourceFile, model: Model, { name, schema }: Def): void {
  file.addFunction({
    name: `compact${name}`,
    isExported: true,
    docs: [`The shortest object that reads back as this ${name}.`],
    parameters: [{ name: "built", type: name }],
    returnType: "Record<string, unknown>",
    statements: (writer) => {
      writer.writeLine("const compact: Record<string, unknown> = {};");
      for (const member of membersOf(model, schema)) {
        const source = `built.${member.name}`;
        const condition = differs(model, member, source);
        const assign = `compact.${member.name} = ${compacted(model, member, source)};`;
        writer.writeLine(condition === undefined ? assign : `if (${condition}) ${assign}`);
      }
      writer.writeLine("return compact;");
    },
  });
}

/** When to write the member; undefined is always. */
function differs(
  model: Model,
  { schema, shape, value, required, nullable }: Member,
  source: string,
): string | undefined {
  if (!("default" in schema)) return required ? undefined : `${source} !== undefined`;
  if (shape === "list") return `${source}.length > 0`;
  if (shape === "map") return `Object.keys(${source}).length > 0`;
  if (nullable) return `${source} !== null`;
  if (value.kind === "object") {
    const target = getDef(model, value.name);
    if (compacts(model, target)) return undefined;
    const parts = membersOf(model, target.schema).map((part) =>
      differs(model, { ...part, required: false }, `${source}.${part.name}`),
    );
    return parts.join(" || ");
  }
  if (schema.default === false) return source;
  return schema.default === "" ? `${source} !== ""` : undefined;
}

function compacted(model: Model, { shape, value, schema }: Member, source: string): string {
  const nested = value.kind === "object" && shape === "single" && "default" in schema;
  return nested && compacts(model, getDef(model, value.name)) ? `compact${value.name}(${source})` : source;
}
