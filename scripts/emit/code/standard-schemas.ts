import { VariableDeclarationKind } from "ts-morph";
import { type Def, getDef, type Model, type Output } from "../../model/model.js";
import { banner } from "../output/banner.js";
import { createSourceFile } from "./source-file.js";

const PATH = "src/claims/standard-schemas.ts";

/**
 * Emits the Standard Schema of each schema file. The file is in src/, since the schemas need the runtime, which
 * generated/ must not import.
 */
export function emitStandardSchemas(model: Model): Output[] {
  const file = createSourceFile(PATH);
  const parts = model.roots.map((root) => namesFor(getDef(model, root)));
  const imports = new Map([["./standard-schema.js", ["standardSchema"]]]);
  for (const { build, builder, check } of parts) {
    imports.set(builder, [...(imports.get(builder) ?? []), build]);
    imports.set(VALIDATORS, [...(imports.get(VALIDATORS) ?? []), check]);
  }
  for (const [moduleSpecifier, names] of [...imports].sort()) {
    file.addImportDeclaration({ namedImports: names.sort(), moduleSpecifier });
  }
  const types = [...new Set(parts.flatMap(({ input, output }) => [input, output]))].sort();
  file.addImportDeclaration({ isTypeOnly: true, namedImports: types, moduleSpecifier: "../../generated/types.js" });
  for (const { name, title, description, input, output, check, build } of parts) {
    const initializer = `/* @__PURE__ */ standardSchema<${input}, ${output}>("${title}", ${check}, ${build})`;
    file.addVariableStatement({
      isExported: true,
      docs: [`The Standard Schema of ${title}. ${description}`],
      declarationKind: VariableDeclarationKind.Const,
      declarations: [{ name, initializer }],
    });
  }
  return [{ path: `../${PATH}`, content: banner("emit/code/standard-schemas", "schema/") + file.getFullText() }];
}

const VALIDATORS = "../../generated/validators.js";

/** Returns the names in the generated code for a schema file. */
function namesFor({ name: title, file, origin, schema }: Def) {
  const input = origin === "protocol" ? title : `${title}Init`;
  const check = title === "Claims" ? "checkInputClaims" : `check${title}`;
  return {
    name: schemaName(file),
    description: schema.description,
    title,
    input,
    output: title,
    check,
    build: `build${title}`,
    builder: builderModule(title, origin),
  };
}

/** Returns the module with the builder of an object. Objects that hold a protobuf message have one in src/. */
function builderModule(title: string, origin: Def["origin"]): string {
  if (origin === "protocol") return "../room-config/build.js";
  return title === "Claims" ? "./build.js" : "../../generated/builders.js";
}

/** Returns the name of a Standard Schema: "sipGrantsSchema" for "sip-grants.schema.json". */
export function schemaName(file: string): string {
  const kebab = file.slice(file.lastIndexOf("/") + 1).replace(".schema.json", "-schema");
  return kebab.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
