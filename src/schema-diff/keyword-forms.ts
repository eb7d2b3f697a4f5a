import { isObject } from "../json/is-object.js";
import { BOUND_KEYWORDS } from "./bound-keywords.js";

type Form = readonly [expected: string, fits: (value: unknown) => boolean];

const isText = (value: unknown): boolean => typeof value === "string";
const OBJECT: Form = ["an object", isObject];
const LIST: Form = ["a list", Array.isArray];
const NUMBER: Form = ["a number", (value) => typeof value === "number"];
const TEXT: Form = ["a text", isText];
const TEXTS: Form = ["a list of texts", (value) => Array.isArray(value) && value.every(isText)];
const TYPE: Form = ["a text, or a list of texts", (value) => [value].flat().every(isText)];

/** What keywords must be for their values to be compared. Of others it does not matter. */
const FORMS: Readonly<Record<string, Form>> = {
  ...{ $ref: TEXT, $defs: OBJECT, definitions: OBJECT, properties: OBJECT },
  ...{ type: TYPE, required: TEXTS, enum: LIST, allOf: LIST, anyOf: LIST, oneOf: LIST },
  ...Object.fromEntries(BOUND_KEYWORDS.map((keyword) => [keyword, NUMBER])),
};

/** The first keyword of a schema that has a value which it cannot have, and what it must be. */
export function mistakeIn(
  schema: Readonly<Record<string, unknown>>,
): { readonly keyword: string; readonly expected: string } | undefined {
  for (const [keyword, [expected, fits]] of Object.entries(FORMS)) {
    if (Object.hasOwn(schema, keyword) && !fits(schema[keyword])) return { keyword, expected };
  }
  return undefined;
}
