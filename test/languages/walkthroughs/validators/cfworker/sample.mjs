import { readFileSync } from "node:fs";
import { Validator } from "@cfworker/json-schema";

const bundle = JSON.parse(readFileSync("claims.rules-input.2020-12.json", "utf8"));
const validator = new Validator(bundle, "2020-12", false);

for (const text of ['{"video":{"room":"stage"}}', '{"sub":"alice","video":{"roomJoin":true,"canPublish":"no"}}']) {
  const { valid, errors } = validator.validate(JSON.parse(text));
  if (valid) console.log("valid");
  for (const { instanceLocation, keyword, error } of errors) console.log(instanceLocation, keyword, error);
}
