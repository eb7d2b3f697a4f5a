import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";

const bundle = JSON.parse(readFileSync("claims.rules-input.2020-12.json", "utf8"));
// Not strict: the `x-` keywords of a bundle are unknown to ajv.
const validate = new Ajv2020({ allErrors: true, strict: false }).compile(bundle);

for (const text of ['{"video":{"room":"stage"}}', '{"sub":"alice","video":{"roomJoin":true,"canPublish":"no"}}']) {
  if (validate(JSON.parse(text))) console.log("valid");
  else for (const { instancePath, message } of validate.errors) console.log(instancePath, message);
}
