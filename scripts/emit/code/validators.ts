import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { type JsonSchema, omit, refName, transform } from "../../model/json-schema.js";
import { getDef, type Model, type Output, type Schemas } from "../../model/model.js";
import { applyProfile, PROFILES } from "../../normalize/profiles.js";
import {
  closedByShape,
  enumByName,
  nullableAsKeyword,
  oneofsAsKeyword,
  stripAnnotations,
} from "../../normalize/rules.js";
import { banner } from "../output/banner.js";
import { oneOfEnum, orNull } from "./ajv-keywords.js";
import { members } from "./ajv-members.js";
import { validatorIds } from "./validator-ids.js";

/** The functions that the compiled code calls. The words above them are for those who edit them. */
const SHARED_CHECKS = readFileSync(new URL("shared-checks.js", import.meta.url), "utf8").replace(/^(\/\/.*\n)+/, "");

/**
 * The validators, compiled by ajv: for each schema file one of input, for Claims one of each profile.
 *
 * Schemas that two profiles see alike (the imported messages in all, most grants in input and mint) are compiled once and
 * shared.
 */
export function emitValidators(model: Model): Output[] {
  const ajv = compiler();
  const ids = validatorIds(model);
  for (const profile of PROFILES) {
    const schemas = applyProfile(model, profile);
    const idOf = (name: string) => ids(profile, name);
    for (const { name, schema } of schemas.defs.values()) {
      const id = idOf(name);
      if (schema.type === "object" && !ajv.getSchema(id)) addObject(ajv, id, forAjv(schemas, idOf, schema));
    }
  }
  const exported = new Map(model.roots.map((root) => [`check${root}`, ids("input", root)]));
  exported.set("checkInputClaims", ids("input", "Claims"));
  exported.set("checkClaims", ids("mint", "Claims"));
  exported.set("checkDecodedClaims", ids("decode", "Claims"));

  const code = standaloneCode(ajv, Object.fromEntries(exported));
  return [
    {
      path: "validators.js",
      content: `${banner("emit/code/validators", "schema/")}import { enums, shapes } from "./shapes.js";\n${code}`,
    },
    { path: "validators.d.ts", content: declarations([...exported.keys()]) },
  ];
}

/** ajv with the keywords that make its code compact. */
export function compiler(): Ajv {
  const ajv = new Ajv({
    strict: true,
    allErrors: true,
    messages: false,
    // Code units do for minLength 1, and spare ajv's run-time helper; ajv logs a warning for it.
    unicode: false,
    logger: false,
    // Every object is a function, which all uses share.
    inlineRefs: false,
    code: { source: true, esm: true, lines: true, optimize: 2 },
  });
  ajv.addVocabulary(["requires", "closed", "atMostOne"]);
  for (const keyword of [members, oneOfEnum, orNull]) ajv.addKeyword(keyword);
  return ajv;
}

/** A module with the functions of the schemas named, and those that they share. */
export function standaloneCode(ajv: Ajv, exported: Readonly<Record<string, string>>): string {
  for (const id of Object.values(exported)) dropSchemas(ajv.getSchema(id));
  return `${standalone.default(ajv, exported)}\n${SHARED_CHECKS}`;
}

/** Takes the schema of a function, and of those that it calls, out of the constants of the module unless its code reads it. */
function dropSchemas(validate: ValidateFunction | undefined): void {
  if (!validate?.source) return;
  const { scopeValues, validateCode } = validate.source;
  const read = new Set(validateCode.match(/\bschema\d+\b/g));
  for (const name of scopeValues.schema ?? []) if (!read.has(name.str)) scopeValues.schema?.delete(name);
  for (const name of scopeValues.validate ?? []) dropSchemas(name.value?.ref as ValidateFunction);
}

/** Adds the schema of an object. Its rules get a function of their own: within an "if", ajv counts and drops errors. */
export function addObject(ajv: Ajv, id: string, schema: JsonSchema): void {
  const { type, properties, required, if: condition, then: consequence, ...rest } = schema;
  const object: JsonSchema = {
    ...rest,
    members: properties,
    ...(required === undefined ? {} : { requires: required }),
  };
  if (condition === undefined) {
    ajv.addSchema(object, id);
  } else {
    ajv.addSchema({ type: "object", if: condition, then: consequence }, `${id}-rules`);
    ajv.addSchema({ ...object, allOf: [...((rest.allOf ?? []) as JsonSchema[]), { $ref: `${id}-rules` }] }, id);
  }
}

function forAjv(schemas: Schemas, idOf: (name: string) => string, schema: JsonSchema): JsonSchema {
  return [
    (part: JsonSchema) => dereference(schemas, idOf, part),
    ...[closedByShape, enumByName, oneofsAsKeyword, stripAnnotations, nullableAsKeyword],
  ].reduce((result, rule) => transform(result, rule), schema);
}

/** References lead to objects by their ids; scalars are small and stand where they are used. */
function dereference(schemas: Schemas, idOf: (name: string) => string, part: JsonSchema): JsonSchema {
  if (part.$ref === undefined) return part;
  const { name, schema } = getDef(schemas, refName(part.$ref));
  return schema.type === "object" ? { ...part, $ref: idOf(name) } : { ...omit(part, "$ref"), ...schema };
}

function declarations(names: readonly string[]): string {
  return `${banner("emit/code/validators", "schema/")}/** What ajv says of one place that fails. */
export interface ValidatorError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** True when the value is valid; else \`errors\` says why, until the next call. Generated by ajv's standalone mode. */
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly ValidatorError[] | null;
}

${names.map((name) => `export declare const ${name}: Validator;`).join("\n")}
`;
}
