import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { Ajv, type ValidateFunction } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { type JsonSchema, omit, refName, transform } from "../../model/json-schema.js";
import { getDef, type Model, type Output, type Schemas } from "../../model/model.js";
import { applyProfile, PROFILES } from "../../normalize/profiles.js";
import {
  closedByShape,
  conditionAsKeyword,
  enumByName,
  nullableAsKeyword,
  oneofsAsKeyword,
  stripAnnotations,
} from "../../normalize/rules.js";
import { banner } from "../output/banner.js";
import { oneOfEnum, orNull } from "./ajv-keywords.js";
import { members } from "./ajv-members.js";
import { nearShape } from "./near-shape.js";
import { objectsInEveryToken } from "./objects-in-every-token.js";
import { schemaOfShape } from "./schema-of-shape.js";
import { shapeOf } from "./shapes.js";
import { validatorIds } from "./validator-ids.js";

/** The functions that the compiled code calls, without the comment for their maintainers at the top. */
const SHARED_CHECKS = readFileSync(new URL("shared-checks.js", import.meta.url), "utf8").replace(/^(\/\/.*\n)+/, "");

/**
 * Emits the validators that ajv compiles: one of the input profile for each schema file, and one of each profile for
 * Claims. Schemas that are the same in two profiles (all imported messages, most grants in input and mint) are
 * compiled once and shared.
 */
export function emitValidators(model: Model): Output[] {
  const ajv = createAjv();
  const ids = validatorIds(model);
  const inEveryToken = objectsInEveryToken(model);

  for (const profile of PROFILES) {
    const schemas = applyProfile(model, profile);
    const idOf = (name: string) => ids(profile, name);
    const objects = [...schemas.defs.values()]
      .filter(({ schema }) => schema.type === "object")
      .map(({ name, origin, schema }) => {
        const rules = toAjvSchema(schemas, idOf, schema);
        const closed = rules.closed === undefined ? {} : { closed: name };
        // The messages of the endpoint have no shape in the table.
        const shape = origin === "endpoint" ? undefined : schemaOfShape(shapeOf(getDef(model, name)), closed, idOf);
        return { name, id: idOf(name), rules, shape };
      });
    const asShape = new Set<unknown>();
    for (const { name, id, rules, shape } of objects) {
      if (!inEveryToken.has(name) && isDeepStrictEqual(rules, shape)) asShape.add(id);
    }
    for (const { name, id, rules, shape } of objects) {
      if (ajv.getSchema(id)) continue;
      if (asShape.has(id)) addObject(ajv, id, { ...rules, asShape: name });
      else if (shape && inEveryToken.has(name))
        addObject(ajv, id, { ...rules, ...nearShape(getDef(model, name), rules, shape, asShape) });
      else addObject(ajv, id, rules);
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

/** Creates an ajv instance with the keywords that make its code compact. */
export function createAjv(): Ajv {
  const ajv = new Ajv({
    strict: true,
    allErrors: true,
    messages: false,
    // Counting code units is enough for minLength 1, and needs no helper at run time. ajv logs a warning about it.
    unicode: false,
    logger: false,
    // Each object becomes one function, which all references share.
    inlineRefs: false,
    code: { source: true, esm: true, lines: true, optimize: 2 },
  });
  ajv.addVocabulary(["requires", "requiresWhen", "closed", "atMostOne", "asShape", "nearShape"]);
  for (const keyword of [members, oneOfEnum, orNull]) ajv.addKeyword(keyword);
  return ajv;
}

/** Returns a module with the functions of the named schemas and the functions that they share. */
export function standaloneCode(ajv: Ajv, exported: Readonly<Record<string, string>>): string {
  for (const id of Object.values(exported)) dropSchemas(ajv.getSchema(id));
  return `${withoutUnread(standalone.default(ajv, exported))}\n${SHARED_CHECKS}`;
}

/** The parameter of each function that ajv generates, after the value: where it is in what else. */
const PLACE = ', {instancePath="", parentData, parentDataProperty, rootData=data}={}';

/** Removes the parameter for places unless a function reads it: those of the keyword "members" do not know their path. */
function withoutUnread(code: string): string {
  const rest = code.replaceAll(PLACE, "");
  return /\b(instancePath|parentData|parentDataProperty|rootData)\b/.test(rest) ? code : rest;
}

/**
 * Removes the schemas of a function, and of the functions that it calls, from the constants of the module unless the
 * code reads them.
 */
function dropSchemas(validate: ValidateFunction | undefined): void {
  if (!validate?.source) return;
  const { scopeValues, validateCode } = validate.source;
  const read = new Set(validateCode.match(/\bschema\d+\b/g));
  for (const name of scopeValues.schema ?? []) if (!read.has(name.str)) scopeValues.schema?.delete(name);
  for (const name of scopeValues.validate ?? []) dropSchemas(name.value?.ref as ValidateFunction);
}

/**
 * Adds the schema of an object. Its conditions become a separate function, since ajv counts and drops errors within
 * an "if".
 */
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

function toAjvSchema(schemas: Schemas, idOf: (name: string) => string, schema: JsonSchema): JsonSchema {
  return [
    (part: JsonSchema) => dereference(schemas, idOf, part),
    ...[closedByShape, conditionAsKeyword, enumByName, oneofsAsKeyword, stripAnnotations, nullableAsKeyword],
  ].reduce((result, rule) => transform(result, rule), schema);
}

/**
 * Makes a reference to an object refer to its id, and replaces a reference to a scalar by the schema, which is
 * small.
 */
function dereference(schemas: Schemas, idOf: (name: string) => string, part: JsonSchema): JsonSchema {
  if (part.$ref === undefined) return part;
  const { name, schema } = getDef(schemas, refName(part.$ref));
  return schema.type === "object" ? { ...part, $ref: idOf(name) } : { ...omit(part, "$ref"), ...schema };
}

function declarations(names: readonly string[]): string {
  return `${banner("emit/code/validators", "schema/")}/** An error that ajv reports for one place in a value. */
export interface ValidatorError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Returns whether a value is valid. If not, \`errors\` has the reasons until the next call. Generated by ajv. */
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly ValidatorError[] | null;
}

${names.map((name) => `export declare const ${name}: Validator;`).join("\n")}
`;
}
