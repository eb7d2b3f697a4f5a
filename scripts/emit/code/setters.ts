import { type ClassDeclaration, Scope, type SourceFile, VariableDeclarationKind } from "ts-morph";
import { getDef, type Member, type Model, type Output } from "../../model/model.js";
import { banner } from "../output/banner.js";
import { type ClaimMethods, claimMethods } from "./claim-methods.js";
import { createSourceFile } from "./source-file.js";

/**
 * Emits the base class of AccessToken: a `with…` method for each claim, and an `add…` method for each claim that
 * holds grants. They call two abstract methods, whose names are symbols that the package does not export.
 */
export function emitSetters(model: Model): Output[] {
  const methods = claimMethods(model);
  const file = createSourceFile("setters.ts");
  addTypes(file, model, methods);
  addHooks(file);
  const base = file.addClass({
    name: "ClaimSetters",
    isAbstract: true,
    isExported: true,
    typeParameters: ["Token"],
    docs: ["The methods that set claims. Each returns a new `Token` and leaves this one unchanged."],
  });
  addAbstractHooks(base);
  for (const method of methods) addMethods(base, model, method);
  return [{ path: "setters.ts", content: banner("emit/code/setters", "schema/") + file.getFullText() }];
}

function addTypes(file: SourceFile, model: Model, methods: readonly ClaimMethods[]): void {
  const namedImports = [...new Set(["ClaimsInit", ...methods.flatMap(({ claim }) => namesIn(model, claim))])].sort();
  file.addImportDeclaration({ isTypeOnly: true, namedImports, moduleSpecifier: "./types.js" });
  file.addInterface({
    name: "JsonMessage",
    isExported: true,
    docs: ["A message of protobuf-es, such as a RoomConfiguration of `@livekit/protocol`."],
    methods: [{ name: "toJson", returnType: "unknown" }],
  });
  const grants = methods.filter(({ add }) => add !== undefined).map(({ claim }) => JSON.stringify(claim.name));
  file.addTypeAlias({
    name: "GrantsClaim",
    isExported: true,
    docs: ["The claims that hold grants."],
    type: grants.join(" | "),
  });
}

const HOOKS = [
  { symbol: "SET_CLAIM", claim: "keyof ClaimsInit", does: "Sets a claim" },
  { symbol: "ADD_GRANTS", claim: "GrantsClaim", does: "Adds members to a claim that holds grants" },
] as const;

function addHooks(file: SourceFile): void {
  for (const { symbol, does } of HOOKS) {
    file.addVariableStatement({
      isExported: true,
      docs: [`The name of the method of {@link ClaimSetters} that ${uncapitalize(does)}.`],
      declarationKind: VariableDeclarationKind.Const,
      declarations: [{ name: symbol, type: "unique symbol", initializer: `/* @__PURE__ */ Symbol("${symbol}")` }],
    });
  }
}

function addAbstractHooks(base: ClassDeclaration): void {
  for (const { symbol, claim, does } of HOOKS) {
    base.addMethod({
      name: `[${symbol}]`,
      isAbstract: true,
      scope: Scope.Protected,
      docs: [`${does}. Changes nothing when \`value\` is undefined.`],
      parameters: [
        { name: "claim", type: claim },
        { name: "value", type: "unknown" },
      ],
      returnType: "Token",
    });
  }
}

function addMethods(base: ClassDeclaration, model: Model, { claim, set, add }: ClaimMethods): void {
  const { name } = claim;
  const description = describe(claim);
  const type = typeOf(model, claim);
  if (add === undefined) {
    const first = `Sets the claim \`${name}\` and replaces its earlier value. Changes nothing when the argument is undefined.`;
    addMethod(base, { method: set, hook: "SET_CLAIM", claim, type, docs: `${first}\n\n${description}` });
    return;
  }
  const rest = `${description}\n\nIgnores members that are undefined. Changes nothing when the argument itself is undefined.`;
  const replaces = `Sets the \`${name}\` grants and replaces all earlier ones. Use \`${add}\` to add to them.`;
  const adds = `Adds members to the \`${name}\` grants. Use \`${set}\` to replace all of them.`;
  addMethod(base, { method: set, hook: "SET_CLAIM", claim, type, docs: `${replaces}\n\n${rest}` });
  addMethod(base, { method: add, hook: "ADD_GRANTS", claim, type, docs: `${adds}\n\n${rest}` });
}

interface MethodText {
  readonly method: string;
  readonly hook: (typeof HOOKS)[number]["symbol"];
  readonly claim: Member;
  readonly type: string;
  readonly docs: string;
}

function addMethod(base: ClassDeclaration, { method, hook, claim, type, docs }: MethodText): void {
  const parameter = method.endsWith("Grants") ? "grants" : uncapitalize(method.replace(/^with/, ""));
  base.addMethod({
    name: method,
    docs: [{ description: `\n${docs}${claim.schema.deprecated ? "\n\n@deprecated" : ""}` }],
    parameters: [{ name: parameter, type: `${type} | undefined` }],
    returnType: "Token",
    statements: [`return this[${hook}](${JSON.stringify(claim.name)}, ${parameter});`],
  });
}

function describe({ schema }: Member): string {
  const since = schema["x-since"];
  return since === undefined ? `${schema.description}` : `${schema.description}\n\nSince protocol ${since}.`;
}

/** Returns the type of the parameter: the input type of the claim, or its type in a decoded token. */
function typeOf(model: Model, claim: Member): string {
  const single =
    [...namesIn(model, claim), ...(isMessage(model, claim) ? ["JsonMessage"] : [])].join(" | ") || scalarOf(claim);
  const type = {
    single,
    list: `readonly ${single.includes("|") ? `(${single})` : single}[]`,
    map: `{ readonly [name: string]: ${single} }`,
  }[claim.shape];
  return claim.nullable ? `${type} | null` : type;
}

/** Returns the generated types of a claim's value. */
function namesIn(model: Model, claim: Member): string[] {
  const { value } = claim;
  if (value.kind === "enum") return [value.name];
  if (value.kind !== "object") return [];
  return isMessage(model, claim) ? [value.name] : [`${value.name}Init`, value.name];
}

function isMessage(model: Model, { value }: Member): boolean {
  return value.kind === "object" && getDef(model, value.name).origin === "protocol";
}

function scalarOf({ value }: Member): string {
  return value.kind === "integer" ? "number" : value.kind;
}

function uncapitalize(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}
