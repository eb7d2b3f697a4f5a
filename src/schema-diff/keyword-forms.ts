import { isObject } from "../json/is-object.js";
import { BOUND_KEYWORDS } from "./bound-keywords.js";

type Form = readonly [expected: string, fits: (value: unknown) => boolean];

const isText = (value: unknown): boolean => typeof value === "string";
const OBJECT: Form = ["an object", isObject];
const LIST: Form = ["a list", Array.isArray];
const NUMBER: Form = ["a number", (value) => typeof value === "number"];
const TEXT: Form = ["a string", isText];
const TEXTS: Form = ["a list of strings", (value) => Array.isArray(value) && value.every(isText)];
const TYPE: Form = ["a string or a list of strings", (value) => [value].flat().every(isText)];

/** The form that the value of each keyword must have. Other keywords are not checked. */
const FORMS: Readonly<Record<string, Form>> = {
  ...{ $ref: TEXT, $defs: OBJECT, definitions: OBJECT, properties: OBJECT },
  ...{ type: TYPE, required: TEXTS, enum: LIST, allOf: LIST, anyOf: LIST, oneOf: LIST },
  ...Object.fromEntries(BOUND_KEYWORDS.map((keyword) => [keyword, NUMBER])),
};

/** Returns the first keyword with an invalid value, and the form that is expected. */
export function findMistake(
  schema: Readonly<Record<string, unknown>>,
): { readonly keyword: string; readonly expected: string } | undefined {
  for (const [keyword, [expected, fits]] of Object.entries(FORMS)) {
    if (Object.hasOwn(schema, keyword) && !fits(schema[keyword])) return { keyword, expected };
  }
  return undefined;
}
