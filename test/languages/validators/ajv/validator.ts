import { Ajv, type ErrorObject } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { linesOf } from "../../../interop/lines.js";
import type { Answer, Failure, Question } from "../validator.js";

// Validates with ajv, for each line of JSON on standard input.
for await (const line of linesOf(process.stdin)) process.stdout.write(`${JSON.stringify(answer(JSON.parse(line)))}\n`);

function answer({ schema, instances }: Question): Answer {
  const Dialect = String(schema.$schema).includes("draft-07") ? Ajv : Ajv2020;
  // Not strict: annotations of the bundles, such as x-since, are not keywords of JSON Schema.
  const validate = new Dialect({ allErrors: true, strict: false }).compile(schema);
  const verdicts = instances.map((instance) => {
    const valid = validate(JSON.parse(instance));
    return { valid, failures: (validate.errors ?? []).map(failureOf) };
  });
  return { verdicts };
}

function failureOf({ instancePath, keyword, params }: ErrorObject): Failure {
  const member = params.additionalProperty ?? params.missingProperty;
  return { at: instancePath, keyword, ...(member === undefined ? {} : { member }) };
}
