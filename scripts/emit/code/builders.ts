import { type FunctionDeclarationStructure, type SourceFile, StructureKind } from "ts-morph";
import { type Def, getDef, type Member, type Model, type Output } from "../../model/model.js";
import { banner } from "../output/banner.js";
import { isAlwaysBuilt, objectsInEveryToken } from "./objects-in-every-token.js";
import { createSourceFile } from "./source-file.js";

/**
 * Emits `buildX(init)` for every claims and grants object. It returns a new object: the members with a default in
 * schema order, then the optional members that are set. Unknown members are dropped. An object that few tokens have, and
 * that is only copied, is built by its shape.
 *
 * Protobuf messages have a canonical form, which the runtime builds from the table of shapes. An object with such a
 * member gets `fillX(init)` instead, which the runtime calls and which copies the message unchanged. These functions have
 * a file of their own, since the package exports all builders of the other file.
 */
export function emitBuilders(model: Model): Output[] {
  const objects = [...model.defs.values()].filter((def) => def.origin === "grants" && def.schema.type === "object");
  const filled = objects.filter((def) => holdsMessage(model, def));
  const built = objects.filter((def) => !filled.includes(def));
  return [emitFile(model, "builders.ts", built), emitFile(model, "fillers.ts", filled)];
}

function emitFile(model: Model, path: string, objects: readonly Def[]): Output {
  const file = createSourceFile(path);
  const namedImports = objects.flatMap(({ name }) => [name, `${name}Init`]).sort();
  const called = objects.flatMap((def) => nestedObjects(model, def)).filter((def) => !objects.includes(def));
  if (called.length > 0) {
    const names = called.map((def) => builderName(model, def)).sort();
    file.addImportDeclaration({ namedImports: names, moduleSpecifier: "./builders.js" });
  }
  file.addImportDeclaration({ isTypeOnly: true, namedImports, moduleSpecifier: "./types.js" });
  if (objects.some(hasAbsentObject)) file.addStatements(NOTHING);
  const always = objectsInEveryToken(model);
  const byShape = objects.filter((def) => !always.has(def.name) && isCopy(def));
  if (byShape.length > 0) {
    file.addImportDeclaration({ namedImports: ["type ShapeName", "shapes"], moduleSpecifier: "./shapes.js" });
  }
  for (const def of objects) {
    if (byShape.includes(def)) addBuilderByShape(file, def);
    else addBuilder(file, model, def);
  }
  if (byShape.length > 0) file.addStatements(COPY_MEMBERS);
  return { path, content: banner("emit/code/builders", "schema/") + file.getFullText() };
}

/** Whether the builder fills in an absent object. */
function hasAbsentObject({ members }: Def): boolean {
  return members.some(({ schema, shape, value, nullable }) => {
    return shape === "single" && value.kind === "object" && !nullable && "default" in schema;
  });
}

const NOTHING = `
/** Stands in for absent objects. Has no prototype, so that no member of Object.prototype is read. */
const NOTHING = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.create(null) as object);
`;

/** Whether the builder only copies the members that are set, each of which is a scalar or a list of scalars. */
function isCopy({ members }: Def): boolean {
  return members.every((member) => {
    return !isAlwaysBuilt(member) && member.shape !== "map" && member.value.kind !== "object";
  });
}

const COPY_MEMBERS = `
/**
 * Returns a new object with the members of a shape that are set. Slower than code for each member, but a fraction of the size,
 * and so used for objects that few tokens have.
 */
function copyMembers<T>(init: object, title: ShapeName): T {
  const built: Record<string, unknown> = {};
  for (const name of Object.keys(shapes[title] as object)) {
    const value = (init as Record<string, unknown>)[name];
    if (value !== undefined) built[name] = Array.isArray(value) ? [...value] : value;
  }
  return built as T;
}
`;

function addBuilderByShape(file: SourceFile, { name }: Def): void {
  file.addFunction({ ...signature(name, `build${name}`), statements: `return copyMembers<${name}>(init, "${name}");` });
}

function signature(name: string, builder: string): FunctionDeclarationStructure {
  return {
    kind: StructureKind.Function,
    name: builder,
    isExported: true,
    docs: [`Returns a new ${name} with all defaults filled in. Does not change \`init\`.`],
    parameters: [{ name: "init", type: `${name}Init | ${name}` }],
    returnType: name,
  };
}

function addBuilder(file: SourceFile, model: Model, def: Def): void {
  const { name, members } = def;
  const always = members.filter(isAlwaysBuilt);
  const optional = members.filter((member) => !isAlwaysBuilt(member));
  file.addFunction({
    ...signature(name, builderName(model, def)),
    statements: (writer) => {
      writer.write(`const built: ${name} = {`);
      if (always.length > 0) {
        writer.newLine().indent(() => {
          for (const member of always) writer.writeLine(`${member.name}: ${valueWithDefault(model, member)},`);
        });
      }
      writer.write("};").newLine();
      for (const member of optional) {
        const value = `init.${member.name}`;
        writer.writeLine(`if (${value} !== undefined) built.${member.name} = ${copy(model, member, value)};`);
      }
      writer.writeLine("return built;");
    },
  });
}

function valueWithDefault(model: Model, member: Member): string {
  const { schema, shape, value, nullable, name } = member;
  const source = `init.${name}`;
  const copied = copy(model, member, source);
  if (nullable) return copied === source ? `${source} ?? null` : `${source} ? ${copied} : null`;
  if (shape === "list") return `${source} ? ${copied} : ${JSON.stringify(schema.default)}`;
  if (shape === "map") return copied;
  if (value.kind === "object") return copy(model, member, `${source} ?? NOTHING`);
  const from = schema["x-default-from"] === undefined ? "" : `init.${schema["x-default-from"]} ?? `;
  return `${source} ?? ${from}${JSON.stringify("default" in schema ? schema.default : zero(member))}`;
}

/** Returns the value for a required member without a default that a token lacks. */
function zero({ value }: Member): unknown {
  return { string: "", boolean: false, integer: 0, number: 0, enum: "", object: {} }[value.kind];
}

function copy(model: Model, { shape, value }: Member, source: string): string {
  const def = value.kind === "object" ? getDef(model, value.name) : undefined;
  const builder = def?.origin === "grants" ? builderName(model, def) : undefined;
  if (builder && shape === "map")
    throw new Error(`maps of ${def?.name} are not supported; add code that copies their values`);
  if (shape === "map") return `{ ...${source} }`;
  if (shape === "list" && builder) return `${source}.map(${builder})`;
  // The caller has converted numbers of enums to names.
  const names = value.kind === "enum" && value.schema["x-enum-numbers"] !== undefined ? " as string[]" : "";
  if (shape === "list") return names === "" ? `[...${source}]` : `([...${source}]${names})`;
  return builder ? `${builder}(${source})` : source;
}

/** Returns the claims and grants objects that the members of an object hold. */
function nestedObjects(model: Model, { members }: Def): Def[] {
  return members
    .flatMap(({ value }) => (value.kind === "object" ? [getDef(model, value.name)] : []))
    .filter(({ origin }) => origin === "grants");
}

/** Returns the name of the function that completes an object. */
function builderName(model: Model, def: Def): string {
  return `${holdsMessage(model, def) ? "fill" : "build"}${def.name}`;
}

function holdsMessage(model: Model, { members }: Def): boolean {
  return members.some(({ value }) => value.kind === "object" && getDef(model, value.name).origin === "protocol");
}
