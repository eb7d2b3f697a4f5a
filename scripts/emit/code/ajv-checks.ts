import { _, type Code, type KeywordCxt, Name, nil } from "ajv";
import { resolveRef, SchemaEnv } from "ajv/dist/compile/index.js";
import { getValidate } from "ajv/dist/vocabularies/core/ref.js";
import { isSchemaObject, type JsonSchema } from "../../model/json-schema.js";

/** The schema of an object in the form from which code is generated. */
export interface ObjectSchema {
  readonly members: Readonly<Record<string, JsonSchema>>;
  /** The names of required members. */
  readonly requires?: readonly string[];
  /** The title of the generated shape that lists all members. Other members are errors. */
  readonly closed?: string;
  /** Groups of members of which only one may be set. The later ones are errors. */
  readonly atMostOne?: readonly (readonly string[])[];
  /** The members that are required and must not be empty when the value at a path is true. */
  readonly requiresWhen?: { readonly path: readonly string[]; readonly needs: readonly string[] };
  /**
   * The title of the generated shape that has all rules of the schema. A shared function checks the shape, without code
   * of its own.
   */
  readonly asShape?: string;
  readonly nearShape?: NearShape;
}

/** An object whose rules are mostly those of its shape. It is checked by its shape unless a quick look finds it valid. */
export interface NearShape {
  /** The title of the shape. */
  readonly title: string;
  /** The members that the quick look knows: those of most values. */
  readonly usual: readonly string[];
  /** The members with other rules than in the shape, and those that the shape lacks. */
  readonly own: readonly string[];
}

/** Returns the function that checks a value. Returns undefined for a schema that only ajv supports. */
export function checkOf(cxt: KeywordCxt, schema: JsonSchema | boolean | undefined): Code | undefined {
  if (!isSchemaObject(schema)) return undefined;
  const { type, minimum, maximum } = schema;
  switch (Object.keys(schema).sort().join(" ")) {
    case "type":
      return TYPES.includes(type) ? sharedConstant(cxt, _`ofType(${type as string})`) : undefined;
    case "maximum minimum type":
      return type === "integer"
        ? sharedConstant(cxt, _`integer(${minimum as number}, ${maximum as number})`)
        : undefined;
    case "oneOfEnum":
      return sharedConstant(cxt, _`oneOf(${schema.oneOfEnum as string})`);
    case "$ref":
      return referenceCheck(cxt, schema.$ref as string);
    case "orNull":
      // Nullable scalars are rare: ajv generates their code.
      return isSchemaObject(schema.orNull) && schema.orNull.$ref
        ? elementCheck(cxt, "orNull", schema.orNull)
        : undefined;
    case "items type":
      return elementCheck(cxt, "list", schema.items);
    case "additionalProperties type":
      return elementCheck(cxt, "map", schema.additionalProperties);
    default:
      return undefined;
  }
}

/** The types that shared-checks.js knows. */
const TYPES: readonly unknown[] = ["string", "boolean", "number"];

function elementCheck(
  cxt: KeywordCxt,
  maker: "orNull" | "list" | "map",
  schema: JsonSchema | boolean | undefined,
): Code | undefined {
  const check = checkOf(cxt, schema);
  return check === undefined ? undefined : sharedConstant(cxt, _`${new Name(maker)}(${check})`);
}

/** Returns the check of the target of a reference: the check of a shape, or the function that ajv generates. */
function referenceCheck(cxt: KeywordCxt, ref: string): Code {
  const { self, schemaEnv, baseId } = cxt.it;
  const target = resolveRef.call(self, schemaEnv.root, baseId, ref);
  if (!(target instanceof SchemaEnv))
    throw new Error(`${ref} has no validator function: refer to the definition of an object`);
  return byShape(cxt, target.schema as ObjectSchema) ?? getValidate(cxt, target);
}

/** Returns the check of an object by its shape, or undefined when the object has code of its own. */
export function byShape(cxt: KeywordCxt, { asShape, closed }: ObjectSchema): Name | undefined {
  return asShape === undefined ? undefined : sharedConstant(cxt, _`ofShape(${asShape}, ${closed !== undefined})`);
}

/** Returns the check of an object near its shape, or undefined when a member has a schema that only ajv supports. */
export function byNearShape(cxt: KeywordCxt, { nearShape, members, closed }: ObjectSchema): Name | undefined {
  if (nearShape === undefined) return undefined;
  const { title, own } = nearShape;
  const checks = own.map((name) => [name, checkOf(cxt, members[name])] as const);
  if (checks.some(([, check]) => check === undefined)) return undefined;
  const entries = checks.reduce(
    (all, [name, check]) => _`${all}${all === nil ? nil : _`, `}${name}: ${check as Code}`,
    nil,
  );
  const last = own.length === 0 ? nil : _`, {${entries}}`;
  return sharedConstant(cxt, _`ofShape(${title}, ${closed !== undefined}${last})`);
}

/** Returns a check that a function of shared-checks.js creates: a constant of the module, shared by equal checks. */
function sharedConstant(cxt: KeywordCxt, maker: Code): Name {
  const code = _`/* @__PURE__ */ ${maker}`;
  return cxt.gen.scopeValue("obj", { ref: code, key: code.toString(), code });
}
