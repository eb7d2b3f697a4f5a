import { _, type Code, type CodeKeywordDefinition, type KeywordCxt, Name, nil, stringify } from "ajv";
import { getProperty } from "ajv/dist/compile/codegen/index.js";
import { resolveRef, SchemaEnv } from "ajv/dist/compile/index.js";
import { getValidate } from "ajv/dist/vocabularies/core/ref.js";
import { isSchemaObject, type JsonSchema } from "../../model/json-schema.js";
import { enumNamed } from "./ajv-keywords.js";

/** The variables of ajv's functions: how many errors there are, and the list of them or null. */
const errors = new Name("errors");
const vErrors = new Name("vErrors");

/** What a schema with `members` may have beside it. */
export interface ObjectKeywords {
  /** The names of those that must be there. */
  readonly requires?: readonly string[];
  /** The title of the generated shape that has the names of all: others are unknown. */
  readonly closed?: string;
  /** Groups of names of which one may be there. Later ones are errors. */
  readonly atMostOne?: readonly (readonly string[])[];
}

/**
 * `members: { name: schema, … }`: an object with these members. What most members need is a call of a function of
 * shared-checks.js; the rest is ajv's. A schema with this keyword is a function of its own, which knows no path: its
 * caller puts that before the paths of the errors.
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
    // The shared functions do not count errors; what ajv writes around this returns whether there are any.
    gen.if(_`${vErrors} !== null`, () => gen.assign(errors, _`${vErrors}.length`));
  },
};

function checkRequired(cxt: KeywordCxt): void {
  for (const name of beside(cxt).requires ?? []) {
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

/** The loop is written out, since a shared one is slower: it meets objects of every kind. Inherited names are let be. */
function checkUnknown(cxt: KeywordCxt): void {
  const { closed } = beside(cxt);
  if (closed === undefined) return;
  const shape = _`${new Name("shapes")}${getProperty(closed)}`;
  cxt.gen.forIn("key", cxt.data, (key) => {
    // Shapes are those of what is signed, which never has this member.
    const unless = "$schema" in cxt.schema ? _` && ${key} !== "$schema"` : nil;
    cxt.gen.if(_`!Object.hasOwn(${shape}, ${key}) && Object.hasOwn(${cxt.data}, ${key})${unless}`, () =>
      fail(cxt, "closed", _`{additionalProperty: ${key}}`),
    );
  });
}

function checkOneofs(cxt: KeywordCxt): void {
  const { atMostOne } = beside(cxt);
  if (atMostOne === undefined) return;
  const code = stringify(atMostOne);
  const oneofs = cxt.gen.scopeValue("obj", { ref: atMostOne, key: code.toString(), code });
  cxt.gen.assign(vErrors, _`checkOneofs(${vErrors}, ${cxt.data}, ${oneofs})`);
}

/** A call that checks the value of a member; undefined for a schema that has none. */
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
      return _`checkEnum(${vErrors}, ${value}, ${enumNamed(schema.oneOfEnum as string)}, ${path})`;
    case "$ref":
      return _`checkValue(${vErrors}, ${value}, ${validatorOf(cxt, schema.$ref as string)}, ${path})`;
    case "orNull":
      return sharedCheck(cxt, schema.orNull as JsonSchema, _`${value} ?? undefined`, path);
    case "items type":
      return ofElements(cxt, "checkList", schema.items, value, path);
    case "additionalProperties type":
      return ofElements(cxt, "checkMap", schema.additionalProperties, value, path);
    default:
      return undefined;
  }
}

function ofElements(
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

/** The function that ajv makes of the schema referred to. */
function validatorOf(cxt: KeywordCxt, ref: string): Code {
  const { self, schemaEnv, baseId } = cxt.it;
  const target = resolveRef.call(self, schemaEnv.root, baseId, ref);
  if (target instanceof SchemaEnv) return getValidate(cxt, target);
  throw new Error(`${ref} is no schema with a function of its own`);
}

function fail({ gen }: KeywordCxt, keyword: string, params: Code): void {
  gen.assign(vErrors, _`fail(${vErrors}, "", ${keyword}, ${params})`);
}

function isScalar(type: JsonSchema["type"]): type is "string" | "boolean" {
  return type === "string" || type === "boolean";
}

function beside({ parentSchema }: KeywordCxt): ObjectKeywords {
  return parentSchema as ObjectKeywords;
}
