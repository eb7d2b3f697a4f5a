import { Project, VariableDeclarationKind } from "ts-morph";
import { type Def, getDef, type Model, type Output } from "../../model/model.js";
import { banner } from "../output/banner.js";

const PATH = "src/claims/input-builders.ts";

/**
 * Emits the builders that the package exports, one for each schema file. The file is in src/, since the builders need
 * the runtime, which generated/ must not import.
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
      docs: [`Returns a new ${name} with all defaults filled in. Does not change its argument.`],
      declarationKind: VariableDeclarationKind.Const,
      declarations: [{ name: `build${name}`, initializer: `/* @__PURE__ */ ofInput("${name}", complete${name})` }],
    });
  }
  return [{ path: `../${PATH}`, content: banner("emit/code/input-builders", "schema/") + file.getFullText() }];
}

/** Returns the module with the builder of an object. Objects that hold a protobuf message have one in src/. */
function builderModule({ name, origin }: Def): string {
  if (origin === "protocol") return "../room-config/build.js";
  return name === "Claims" ? "./build.js" : "../../generated/builders.js";
}
