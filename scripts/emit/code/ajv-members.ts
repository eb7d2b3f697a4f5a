import { _, type Code, type CodeKeywordDefinition, type KeywordCxt, Name, nil, stringify } from "ajv";
import { getProperty } from "ajv/dist/compile/codegen/index.js";
import type { JsonSchema } from "../../model/json-schema.js";
import { byNearShape, byShape, checkOf, type ObjectSchema } from "./ajv-checks.js";

/** Variables in the functions that ajv generates: the number of errors, and the list of errors or null. */
const errors = new Name("errors");
const vErrors = new Name("vErrors");

/**
 * The keyword `members: { name: schema, … }`: the value must be an object with these members. Most members are checked by
 * a call of a function in shared-checks.js, as is a whole object that its shape describes. An object near its shape gets a
 * quick look first. ajv generates the code of the other members. Each schema with this keyword becomes a function. The
 * function does not know its path: the caller adds the path to the errors.
 */
export const members: CodeKeywordDefinition = {
  keyword: "members",
  schemaType: "object",
  code(cxt) {
    const { gen, data } = cxt;
    const schema = cxt.parentSchema as ObjectSchema;
    const [shape, near] = [byShape(cxt, schema), byNearShape(cxt, schema)];
    if (shape) {
      gen.if(_`!${shape}(${data})`, () => gen.assign(vErrors, _`${shape}.errors`));
    } else if (near) {
      if (schema.requires || schema.requiresWhen) gen.if(_`isObject(${data})`, () => checkRequired(cxt, schema));
      const isUsual = _`isObject(${data}) && ${countUsual(cxt, schema)} === countMembers(${data})`;
      gen.if(_`!(${isUsual} || ${near}(${data}))`, () =>
        gen.assign(vErrors, _`append(${vErrors}, ${near}.errors, "")`),
      );
    } else {
      gen.if(
        _`isObject(${data})`,
        () => checkObject(cxt, schema),
        () => fail(cxt, "type", _`{type: "object"}`),
      );
    }
    // The shared functions do not count errors, but the code that ajv generates around this one reads the count.
    gen.if(_`${vErrors} !== null`, () => gen.assign(errors, _`${vErrors}.length`));
  },
};

function checkObject(cxt: KeywordCxt, schema: ObjectSchema): void {
  const { members, closed, atMostOne } = schema;
  const { gen, data } = cxt;
  checkRequired(cxt, schema);
  for (const [name, member] of Object.entries(members)) checkMember(cxt, name, member);
  if (closed !== undefined) checkUnknown(cxt, closed);
  if (atMostOne) gen.assign(vErrors, _`checkOneofs(${vErrors}, ${data}, ${stringify(atMostOne)})`);
}

function checkRequired(cxt: KeywordCxt, { requires, requiresWhen }: ObjectSchema): void {
  const { gen, data } = cxt;
  for (const name of requires ?? []) {
    gen.if(_`${data}${getProperty(name)} === undefined`, () => fail(cxt, "required", _`{missingProperty: ${name}}`));
  }
  if (requiresWhen) {
    const { path, needs } = requiresWhen;
    const condition = path.reduce<Code>((value, name, depth) => _`${value}${depth > 0 ? _`?.` : nil}[${name}]`, data);
    gen.assign(vErrors, _`checkNeeds(${vErrors}, ${data}, ${condition}, ${stringify(needs)})`);
  }
}

function checkMember(cxt: KeywordCxt, name: string, schema: JsonSchema): void {
  const value = _`${cxt.data}${getProperty(name)}`;
  const check = checkOf(cxt, schema);
  if (check !== undefined) {
    cxt.gen.assign(vErrors, _`checkValue(${vErrors}, ${value}, ${check}, ${`/${name}`})`);
  } else {
    cxt.gen.if(_`${value} !== undefined`, () => {
      cxt.subschema({ keyword: members.keyword as string, schemaProp: name, dataProp: name }, cxt.gen.name("valid"));
    });
  }
}

/**
 * Returns the code that counts the usual members of an object and checks them. The sum is the number of its members when it has
 * no others, and all are valid.
 */
function countUsual(cxt: KeywordCxt, { members, nearShape }: ObjectSchema): Code {
  const counts = (nearShape?.usual ?? []).map((name) => {
    const value = _`${cxt.data}${getProperty(name)}`;
    const { type, ...rest } = members[name] as JsonSchema;
    const counter = Object.keys(rest).length === 0 ? COUNTERS[String(type)] : undefined;
    if (counter !== undefined) return _`${new Name(counter)}(${value})`;
    return _`countValid(${value}, ${checkOf(cxt, members[name]) as Code})`;
  });
  return counts.reduce((sum, count) => _`${sum} + ${count}`);
}

/** The functions that count a member of a common type, which engines compile to a few instructions. */
const COUNTERS: Readonly<Record<string, string>> = {
  string: "countString",
  boolean: "countBoolean",
};

/**
 * Writes the loop into each validator: a shared function would be slower, since it would see objects of every kind.
 * Inherited members are ignored.
 */
function checkUnknown(cxt: KeywordCxt, closed: string): void {
  const shape = _`${new Name("shapes")}${getProperty(closed)}`;
  cxt.gen.forIn("key", cxt.data, (key) => {
    // Shapes describe signed claims, which never have this member.
    const unless = "$schema" in cxt.schema ? _` && ${key} !== "$schema"` : nil;
    cxt.gen.if(_`!Object.hasOwn(${shape}, ${key}) && Object.hasOwn(${cxt.data}, ${key})${unless}`, () =>
      fail(cxt, "closed", _`{additionalProperty: ${key}}`),
    );
  });
}

function fail({ gen }: KeywordCxt, keyword: string, params: Code): void {
  gen.assign(vErrors, _`fail(${vErrors}, "", ${keyword}, ${params})`);
}
