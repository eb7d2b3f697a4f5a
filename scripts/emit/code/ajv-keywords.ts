import { _, type CodeKeywordDefinition, Name } from "ajv";
import { getProperty } from "ajv/dist/compile/codegen/index.js";

/**
 * The keyword `oneOfEnum: title`: the value must be in the generated enum of that title. The values are not repeated
 * in the code of each validator.
 */
export const oneOfEnum: CodeKeywordDefinition = {
  keyword: "oneOfEnum",
  schemaType: "string",
  error: { message: "enum", params: ({ schema }) => _`{allowedValues: Object.keys(${enumReference(schema)})}` },
  code(cxt) {
    cxt.fail(_`!(typeof ${cxt.data} === "string" && Object.hasOwn(${enumReference(cxt.schema)}, ${cxt.data}))`);
  },
};

/** Returns the code that refers to the generated enum with a title. */
export const enumReference = (title: string) => _`${new Name("enums")}${getProperty(title)}`;

/** The keyword `orNull: schema`: the value must be null, or valid by the schema. */
export const orNull: CodeKeywordDefinition = {
  keyword: "orNull",
  schemaType: "object",
  code(cxt) {
    cxt.gen.if(_`${cxt.data} !== null`, () => {
      cxt.subschema({ keyword: "orNull" }, cxt.gen.name("valid"));
    });
  },
};
