import { _, type Code, type KeywordCxt, Name } from "ajv";
import { resolveRef, SchemaEnv } from "ajv/dist/compile/index.js";
import { getValidate } from "ajv/dist/vocabularies/core/ref.js";
import { isSchemaObject, type JsonSchema } from "../../model/json-schema.js";
import { enumReference } from "./ajv-keywords.js";

/** A schema of an object as the code is made of it. */
export interface ObjectSchema {
  readonly members: Readonly<Record<string, JsonSchema>>;
  /** The names of those that must be there. */
  readonly requires?: readonly string[];
  /** The title of the generated shape that has the names of all: others are errors. */
  readonly closed?: string;
  /** Groups of names of which one may be there. Later ones are errors. */
  readonly atMostOne?: readonly (readonly string[])[];
  /** Names that must be there, and not be empty, when what is at the end of a path is true. */
  readonly requiresWhen?: { readonly path: readonly string[]; readonly needs: readonly string[] };
  /** The title of the generated shape that says all that the schema does: a shared function goes by it, with no code. */
  readonly asShape?: string;
}

/** What checks a value: the name of a type, or a function; undefined for a schema that only ajv knows. */
export function checkOf(cxt: KeywordCxt, schema: JsonSchema | boolean | undefined): Code | undefined {
  if (!isSchemaObject(schema)) return undefined;
  const { type, minimum, maximum } = schema;
  switch (Object.keys(schema).sort().join(" ")) {
    case "type":
      if (type === "number") return _`"finite"`;
      return type === "string" || type === "boolean" ? _`${type}` : undefined;
    case "maximum minimum type":
      return type === "integer" ? made(cxt, _`integer(${minimum as number}, ${maximum as number})`) : undefined;
    case "oneOfEnum":
      return made(cxt, _`oneOf(${enumReference(schema.oneOfEnum as string)})`);
    case "$ref":
      return referred(cxt, schema.$ref as string);
    case "orNull":
      // One of a type is rare, and left to ajv.
      return isSchemaObject(schema.orNull) && schema.orNull.$ref ? of(cxt, "orNull", schema.orNull) : undefined;
    case "items type":
      return of(cxt, "list", schema.items);
    case "additionalProperties type":
      return of(cxt, "map", schema.additionalProperties);
    default:
      return undefined;
  }
}

function of(
  cxt: KeywordCxt,
  maker: "orNull" | "list" | "map",
  schema: JsonSchema | boolean | undefined,
): Code | undefined {
  const check = checkOf(cxt, schema);
  return check === undefined ? undefined : made(cxt, _`${new Name(maker)}(${check})`);
}

/** The check of a schema referred to: by its shape, or the function that ajv makes of it. */
function referred(cxt: KeywordCxt, ref: string): Code {
  const { self, schemaEnv, baseId } = cxt.it;
  const target = resolveRef.call(self, schemaEnv.root, baseId, ref);
  if (!(target instanceof SchemaEnv)) throw new Error(`${ref} is no schema with a function of its own`);
  return byShape(cxt, target.schema as ObjectSchema) ?? getValidate(cxt, target);
}

/** The check of an object by its shape; undefined for one that is to be code. */
export function byShape(cxt: KeywordCxt, { asShape, closed }: ObjectSchema): Name | undefined {
  return asShape === undefined ? undefined : made(cxt, _`ofShape(${asShape}, ${closed !== undefined})`);
}

/** A check that a function of shared-checks.js makes: a constant of the module, once for all that need the same. */
function made(cxt: KeywordCxt, maker: Code): Name {
  const code = _`/* @__PURE__ */ ${maker}`;
  return cxt.gen.scopeValue("obj", { ref: code, key: code.toString(), code });
}
