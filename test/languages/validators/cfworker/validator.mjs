// Validates with @cfworker/json-schema, for each line of JSON on standard input.

import { createInterface } from "node:readline";
import { Validator } from "@cfworker/json-schema";

for await (const line of createInterface({ input: process.stdin }))
  console.log(JSON.stringify(answer(JSON.parse(line))));

function answer({ schema, instances }) {
  const validator = new Validator(schema, String(schema.$schema).includes("draft-07") ? "7" : "2020-12", false);
  const verdicts = instances.map((instance) => {
    const { valid, errors } = validator.validate(JSON.parse(instance));
    return { valid, failures: errors.filter(isOwn).map(failureOf) };
  });
  return { verdicts };
}

/** Keywords that only report that a schema inside of them fails. */
function isOwn({ keyword }) {
  return !["$ref", "allOf", "properties", "additionalProperties", "items"].includes(keyword);
}

function failureOf({ instanceLocation, keyword, error }) {
  const member = keyword === "required" ? /required property "(.*)"\.$/s.exec(error)?.[1] : undefined;
  return { at: decodeURI(instanceLocation.slice(1)), keyword, ...(member === undefined ? {} : { member }) };
}
