import { Project, VariableDeclarationKind } from "ts-morph";
import { type Def, getDef, type Model, type Output } from "../../model/model.js";
import { banner } from "../output/banner.js";

const PATH = "src/claims/input-builders.ts";

/**
 * The builders that the package exports, one for each schema file. They are written into src/, as each reads its argument as
 * the runtime does, of which generated/ knows nothing.
 */
export function emitInputBuilders(model: Model): Output[] {
  const file = new Project({ useInMemoryFileSystem: true }).createSourceFile(PATH);
  const defs = model.roots.map((root) => getDef(model, root));
  for (const moduleSpecifier of [...new Set(defs.map(builderModule))].sort()) {
    const names = defs.filter((def) => builderModule(def) === moduleSpecifier).map(({ name }) => name);
    const namedImports = names.sort().map((name) => ({ name: `build${name}`, alias: `complete${name}` }));
    file.addImportDeclaration({ namedImports, moduleSpecifier });
  }
  file.addImportDeclaration({ namedImports: ["ofInput"], moduleSpecifier: "./of-input.js" });
  for (const { name } of defs) {
    file.addVariableStatement({
      isExported: true,
      docs: [`Builds a fresh ${name} with every default filled in; the argument stays as it is.`],
      declarationKind: VariableDeclarationKind.Const,
      declarations: [{ name: `build${name}`, initializer: `/* @__PURE__ */ ofInput("${name}", complete${name})` }],
    });
  }
  return [{ path: `../${PATH}`, content: banner("emit/code/input-builders", "schema/") + file.getFullText() }];
}

/** The module with the builder: the runtime's own for what holds a protobuf message. */
function builderModule({ name, origin }: Def): string {
  if (origin === "protocol") return "../room-config/build.js";
  return name === "Claims" ? "./build.js" : "../../generated/builders.js";
}
