import { _, type CodeKeywordDefinition, Name, nil, stringify } from "ajv";
import { getProperty } from "ajv/dist/compile/codegen/index.js";

/** `atMostOne: [[member, …], …]`: of each group at most one member may be there. Later ones are told, as `member`. */
export const atMostOne: CodeKeywordDefinition = {
  keyword: "atMostOne",
  type: "object",
  schemaType: "array",
  error: { message: "at most one", params: ({ params }) => _`{member: ${params.member}}` },
  code(cxt) {
    const { gen, data } = cxt;
    for (const group of cxt.schema as string[][]) {
      const earlier = gen.let("earlier", false);
      gen.forOf("member", stringify(group), (member) => {
        cxt.setParams({ member });
        gen.if(_`${data}[${member}] !== undefined`, () => {
          gen.if(earlier, () => cxt.error());
          gen.assign(earlier, true);
        });
      });
    }
  },
};

/** `closed: title`: no members but those of the generated shape, and `$schema` where the schema declares it. */
export const closed: CodeKeywordDefinition = {
  keyword: "closed",
  type: "object",
  schemaType: "string",
  error: { message: "closed", params: ({ params }) => _`{additionalProperty: ${params.member}}` },
  code(cxt) {
    const shape = _`${new Name("shapes")}${getProperty(cxt.schema)}`;
    const declared = "$schema" in cxt.parentSchema.properties;
    cxt.gen.forIn("key", cxt.data, (key) => {
      cxt.setParams({ member: key });
      cxt.gen.if(_`!Object.hasOwn(${shape}, ${key})${declared ? _` && ${key} !== "$schema"` : nil}`, () => cxt.error());
    });
  },
};

/** `oneOfEnum: title`: a value of the generated enum, whose names so stand once in the code. */
export const oneOfEnum: CodeKeywordDefinition = {
  keyword: "oneOfEnum",
  schemaType: "string",
  error: { message: "enum", params: ({ schema }) => _`{allowedValues: Object.keys(${enumNamed(schema)})}` },
  code(cxt) {
    cxt.fail(_`!(typeof ${cxt.data} === "string" && Object.hasOwn(${enumNamed(cxt.schema)}, ${cxt.data}))`);
  },
};

const enumNamed = (title: string) => _`${new Name("enums")}${getProperty(title)}`;

/** `orNull: schema`: null, or a value of the schema. */
export const orNull: CodeKeywordDefinition = {
  keyword: "orNull",
  schemaType: "object",
  code(cxt) {
    cxt.gen.if(_`${cxt.data} !== null`, () => {
      cxt.subschema({ keyword: "orNull" }, cxt.gen.name("valid"));
    });
  },
};
