import { _, type CodeKeywordDefinition, Name } from "ajv";
import { getProperty } from "ajv/dist/compile/codegen/index.js";

/** `oneOfEnum: title`: a value of the generated enum, whose names so stand once in the code. */
export const oneOfEnum: CodeKeywordDefinition = {
  keyword: "oneOfEnum",
  schemaType: "string",
  error: { message: "enum", params: ({ schema }) => _`{allowedValues: Object.keys(${enumNamed(schema)})}` },
  code(cxt) {
    cxt.fail(_`!(typeof ${cxt.data} === "string" && Object.hasOwn(${enumNamed(cxt.schema)}, ${cxt.data}))`);
  },
};

/** The generated enum of a title, as code. */
export const enumNamed = (title: string) => _`${new Name("enums")}${getProperty(title)}`;

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
