import { _, type Code, type CodeKeywordDefinition, type KeywordCxt, Name, nil, stringify } from "ajv";
import { getProperty } from "ajv/dist/compile/codegen/index.js";
import { resolveRef, SchemaEnv } from "ajv/dist/compile/index.js";
import { getValidate } from "ajv/dist/vocabularies/core/ref.js";
import { isSchemaObject, type JsonSchema } from "../../model/json-schema.js";
import { enumReference } from "./ajv-keywords.js";

/** Variables in the functions that ajv generates: the number of errors, and the list of errors or null. */
const errors = new Name("errors");
const vErrors = new Name("vErrors");

/** Keywords that may be next to `members`. */
export interface ObjectKeywords {
  /** The names of required members. */
  readonly requires?: readonly string[];
  /** The title of the generated shape that lists all members. Other members are errors. */
  readonly closed?: string;
  /** Groups of members of which only one may be set. The later ones are errors. */
  readonly atMostOne?: readonly (readonly string[])[];
}

/**
 * The keyword `members: { name: schema, … }`: the value must be an object with these members. The code of most
 * members is a call of a function in shared-checks.js; ajv generates the rest. Each schema with this keyword becomes
 * a function. The function does not know its path: the caller adds the path to the errors.
 */
export const members: CodeKeywordDefinition = {
  keyword: "members",
  schemaType: "object",
  code(cxt) {
    const { gen, data } = cxt;
    gen.if(
      _`isObject(${data})`,
      () => {
        checkRequired(cxt);
        for (const [name, schema] of Object.entries(cxt.schema as Record<string, JsonSchema>)) {
          checkMember(cxt, name, schema);
        }
        checkUnknown(cxt);
        checkOneofs(cxt);
      },
      () => fail(cxt, "type", _`{type: "object"}`),
    );
    // The shared functions do not count errors, but the code that ajv generates around this one reads the count.
    gen.if(_`${vErrors} !== null`, () => gen.assign(errors, _`${vErrors}.length`));
  },
};

function checkRequired(cxt: KeywordCxt): void {
  for (const name of siblingKeywords(cxt).requires ?? []) {
    cxt.gen.if(_`${cxt.data}${getProperty(name)} === undefined`, () =>
      fail(cxt, "required", _`{missingProperty: ${name}}`),
    );
  }
}

function checkMember(cxt: KeywordCxt, name: string, schema: JsonSchema): void {
  const value = _`${cxt.data}${getProperty(name)}`;
  const call = sharedCheck(cxt, schema, value, `/${name}`);
  if (call !== undefined) {
    cxt.gen.assign(vErrors, call);
  } else {
    cxt.gen.if(_`${value} !== undefined`, () => {
      cxt.subschema({ keyword: members.keyword as string, schemaProp: name, dataProp: name }, cxt.gen.name("valid"));
    });
  }
}

/**
 * Writes the loop into each validator: a shared function would be slower, since it would see objects of every kind.
 * Inherited members are ignored.
 */
function checkUnknown(cxt: KeywordCxt): void {
  const { closed } = siblingKeywords(cxt);
  if (closed === undefined) return;
  const shape = _`${new Name("shapes")}${getProperty(closed)}`;
  cxt.gen.forIn("key", cxt.data, (key) => {
    // Shapes describe signed claims, which never have this member.
    const unless = "$schema" in cxt.schema ? _` && ${key} !== "$schema"` : nil;
    cxt.gen.if(_`!Object.hasOwn(${shape}, ${key}) && Object.hasOwn(${cxt.data}, ${key})${unless}`, () =>
      fail(cxt, "closed", _`{additionalProperty: ${key}}`),
    );
  });
}

function checkOneofs(cxt: KeywordCxt): void {
  const { atMostOne } = siblingKeywords(cxt);
  if (atMostOne === undefined) return;
  const code = stringify(atMostOne);
  const oneofs = cxt.gen.scopeValue("obj", { ref: atMostOne, key: code.toString(), code });
  cxt.gen.assign(vErrors, _`checkOneofs(${vErrors}, ${cxt.data}, ${oneofs})`);
}

/**
 * Returns a call that checks the value of a member, or undefined when shared-checks.js has no function for its
 * schema.
 */
function sharedCheck(cxt: KeywordCxt, schema: JsonSchema, value: Code, path: string): Code | undefined {
  const { type, minimum, maximum } = schema;
  switch (Object.keys(schema).sort().join(" ")) {
    case "type":
      if (type === "number") return _`checkNumber(${vErrors}, ${value}, ${path})`;
      return isScalar(type) ? _`checkType(${vErrors}, ${value}, ${type}, ${path})` : undefined;
    case "maximum minimum type":
      if (type !== "integer") return undefined;
      return _`checkInteger(${vErrors}, ${value}, ${minimum as number}, ${maximum as number}, ${path})`;
    case "oneOfEnum":
      return _`checkEnum(${vErrors}, ${value}, ${enumReference(schema.oneOfEnum as string)}, ${path})`;
    case "$ref":
      return _`checkValue(${vErrors}, ${value}, ${validatorOf(cxt, schema.$ref as string)}, ${path})`;
    case "orNull":
      return sharedCheck(cxt, schema.orNull as JsonSchema, _`${value} ?? undefined`, path);
    case "items type":
      return elementCheck(cxt, "checkList", schema.items, value, path);
    case "additionalProperties type":
      return elementCheck(cxt, "checkMap", schema.additionalProperties, value, path);
    default:
      return undefined;
  }
}

function elementCheck(
  cxt: KeywordCxt,
  check: "checkList" | "checkMap",
  element: JsonSchema | boolean | undefined,
  value: Code,
  path: string,
): Code | undefined {
  if (!isSchemaObject(element) || Object.keys(element).length !== 1) return undefined;
  const validate =
    element.$ref !== undefined ? validatorOf(cxt, element.$ref) : element.type === "string" ? _`isString` : undefined;
  return validate === undefined ? undefined : _`${new Name(check)}(${vErrors}, ${value}, ${validate}, ${path})`;
}

/** Returns the function that ajv generates for the schema that `ref` refers to. */
function validatorOf(cxt: KeywordCxt, ref: string): Code {
  const { self, schemaEnv, baseId } = cxt.it;
  const target = resolveRef.call(self, schemaEnv.root, baseId, ref);
  if (target instanceof SchemaEnv) return getValidate(cxt, target);
  throw new Error(`${ref} has no validator function: refer to the definition of an object`);
}

function fail({ gen }: KeywordCxt, keyword: string, params: Code): void {
  gen.assign(vErrors, _`fail(${vErrors}, "", ${keyword}, ${params})`);
}

function isScalar(type: JsonSchema["type"]): type is "string" | "boolean" {
  return type === "string" || type === "boolean";
}

function siblingKeywords({ parentSchema }: KeywordCxt): ObjectKeywords {
  return parentSchema as ObjectKeywords;
}
