// Validates with @hyperjump/json-schema, for each line of JSON on standard input.

import { createInterface } from "node:readline";
import { registerSchema, unregisterSchema, validate } from "@hyperjump/json-schema/draft-2020-12";
import "@hyperjump/json-schema/draft-07";

for await (const line of createInterface({ input: process.stdin }))
  console.log(JSON.stringify(await answer(JSON.parse(line))));

async function answer({ schema, instances }) {
  const uri = schema.$id ?? "https://example.com/schema";
  registerSchema(schema, uri);
  const validator = await validate(uri);
  const verdicts = instances.map((text) => {
    const instance = JSON.parse(text);
    const { valid, errors = [] } = validator(instance, "BASIC");
    return { valid, failures: errors.flatMap((error) => failuresOf(error, schema, instance)) };
  });
  unregisterSchema(uri);
  return { verdicts };
}

/** Returns the failures of an error. It does not name missing members, so the keyword is evaluated again. */
function failuresOf({ instanceLocation, keyword, absoluteKeywordLocation }, schema, instance) {
  const at = decodeURIComponent(instanceLocation.slice(1));
  const name = keyword.slice(keyword.lastIndexOf("/") + 1);
  if (name !== "required") return [{ at, keyword: name === "validate" ? "false" : name }];
  const names = valueAt(schema, decodeURIComponent(new URL(absoluteKeywordLocation).hash.slice(1)));
  const value = valueAt(instance, at);
  return names.filter((member) => !Object.hasOwn(value, member)).map((member) => ({ at, keyword: name, member }));
}

function valueAt(value, pointer) {
  const names = pointer.split("/").slice(1);
  return names.reduce((parent, name) => parent[name.replaceAll("~1", "/").replaceAll("~0", "~")], value);
}
