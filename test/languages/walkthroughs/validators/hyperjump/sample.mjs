import { readFileSync } from "node:fs";
import { registerSchema, validate } from "@hyperjump/json-schema/draft-2020-12";

const bundle = JSON.parse(readFileSync("claims.rules-input.2020-12.json", "utf8"));
registerSchema(bundle);
const validator = await validate(bundle.$id);

for (const text of ['{"video":{"room":"stage"}}', '{"sub":"alice","video":{"roomJoin":true,"canPublish":"no"}}']) {
  const { valid, errors = [] } = validator(JSON.parse(text), "BASIC");
  if (valid) console.log("valid");
  for (const { instanceLocation, keyword } of errors) console.log(instanceLocation, keyword);
}
