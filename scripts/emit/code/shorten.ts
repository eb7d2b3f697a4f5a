/**
 * Says shorter what ajv's standalone code says at length, without changing what it does; the tests hold the result against
 * live ajv. It makes a third of what a browser loads, and less to do at each call.
 */
export function shortenValidators(code: string): string {
  const rules = [
    dropConstants,
    dropSchemaPaths,
    simplifyCalls,
    simplifyIntegers,
    shareFailures,
    shareAppends,
    shareChecks,
  ];
  return rules.reduce((result, rule) => rule(result), code) + HELPERS;
}

/** ajv embeds whole schemas as constants; with the keywords of ajv-keywords.ts nothing reads them. */
function dropConstants(code: string): string {
  return code.replace(/^const (schema\d+) = .*;\n/gm, (line, name) =>
    new RegExp(`\\b${name}\\b`).test(code.replace(line, "")) ? line : "",
  );
}

/** The path within the schema names our rearrangement of it, which no reader of an error knows. */
function dropSchemaPaths(code: string): string {
  return code.replace(/schemaPath:"(?:[^"\\]|\\.)*",/g, "");
}

/** No keyword in use asks for the parent or the root of the data. */
function simplifyCalls(code: string): string {
  return code
    .replaceAll('{instancePath="", parentData, parentDataProperty, rootData=data}={}', 'instancePath=""')
    .replace(
      /\{instancePath:?(.*?),parentData\b.*,parentDataProperty\b.*,rootData\}\)/g,
      (_all, path) => `${path || "instancePath"})`,
    );
}

function simplifyIntegers(code: string): string {
  const pattern = /\(\(typeof (\w+) == "number"\) && \(!\(\1 % 1\) && !isNaN\(\1\)\)\) && \(isFinite\(\1\)\)/g;
  return code.replace(pattern, "Number.isInteger($1)");
}

/** Each failure pushes an object onto a list that is made at the first. */
function shareFailures(code: string): string {
  const push = String.raw`if\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}`;
  const failure = String.raw`const (err\d+) = \{(?:instancePath(?::(.*))?,keyword:(".*?"),params:(\{.*\}))?\};\n`;
  return code.replace(new RegExp(failure + push, "g"), (_all, _name, path = "instancePath", keyword, params) =>
    // Within an "if" it only counts that there are errors.
    keyword === undefined ? "vErrors = fail(vErrors);" : `vErrors = fail(vErrors, ${path}, ${keyword}, ${params});`,
  );
}

/** ajv makes a new list for each nested value that fails, which for a long list of them takes quadratic time. */
function shareAppends(code: string): string {
  return code.replace(
    /vErrors = vErrors === null \? (validate\d+)\.errors : vErrors\.concat\(\1\.errors\);/g,
    "vErrors = append(vErrors, $1.errors);",
  );
}

/** The functions that ajv makes, but for those where an "if" counts errors, count none: whether there is a list tells. */
function shareChecks(code: string): string {
  return code.replace(/^function validate\d+\([\s\S]*?^return errors === 0;$/gm, (body) => {
    if (body.includes("_errs")) return body;
    const uncounted = body
      .replace(/^(?:let errors = 0|errors\+\+|errors = vErrors\.length);\n/gm, "")
      .replace("return errors === 0;", "return vErrors === null;");
    return CHECKS.reduce((result, [pattern, call]) => result.replace(pattern, call), uncounted);
  });
}

const fail = (path: string, keyword: string, params: string): string =>
  String.raw`vErrors = fail\(vErrors, instancePath\+"${path}", "${keyword}", \{${params}\}\);\n`;

const list = (check: string, path: string): RegExp =>
  new RegExp(
    String.raw`if\((data\S*) !== undefined\)\{\nlet (data\d+) = \1;\nif\(Array\.isArray\(\2\)\)\{\nconst (len\d+) = \2\.length;\nfor\(let (i\d+)=0; \4<\3; \4\+\+\)\{\n${check}\n\}\n\}\nelse \{\n${fail(path, "type", 'type: "array"')}\}\n\}`,
    "g",
  );

/** What a member's check looks like when ajv has written it, and the call that does the same. */
const CHECKS: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(
      String.raw`if\((data\S*) !== undefined\)\{\nif\(typeof \1 !== "(\w+)"\)\{\n${fail('([^"]*)', "type", 'type: "\\2"')}\}\n\}`,
      "g",
    ),
    'vErrors = checkType(vErrors, $1, "$2", instancePath, "$3");',
  ],
  [
    new RegExp(
      String.raw`if\((data\S*) !== undefined\)\{\nlet (data\d+) = \1;\nif\(!\(Number\.isInteger\(\2\)\)\)\{\n${fail('([^"]*)', "type", 'type: "integer"')}\}\nif\(\(typeof \2 == "number"\) && \(isFinite\(\2\)\)\)\{\nif\(\2 > (\S+) \|\| isNaN\(\2\)\)\{\n${fail("\\3", "maximum", 'comparison: "<=", limit: \\4')}\}\nif\(\2 < (\S+) \|\| isNaN\(\2\)\)\{\n${fail("\\3", "minimum", 'comparison: ">=", limit: \\5')}\}\n\}\n\}`,
      "g",
    ),
    'vErrors = checkInteger(vErrors, $1, $5, $4, instancePath, "$3");',
  ],
  [
    /if\((data\S*) !== undefined\)\{\nif\(!\((validate\d+)\(\1, instancePath\+"([^"]*)"\)\)\)\{\nvErrors = append\(vErrors, \2\.errors\);\n\}\n\}/g,
    'vErrors = checkObject(vErrors, $1, $2, instancePath, "$3");',
  ],
  [
    list(
      String.raw`if\(!\((validate\d+)\(\2\[\4\], instancePath\+"([^"]*)\/" \+ \4\)\)\)\{\nvErrors = append\(vErrors, \5\.errors\);\n\}`,
      "\\6",
    ),
    'vErrors = checkList(vErrors, $1, $5, instancePath, "$6");',
  ],
  [
    list(
      String.raw`if\(typeof \2\[\4\] !== "string"\)\{\nvErrors = fail\(vErrors, instancePath\+"([^"]*)\/" \+ \4, "type", \{type: "string"\}\);\n\}`,
      "\\5",
    ),
    'vErrors = checkList(vErrors, $1, checkString, instancePath, "$5");',
  ],
];

const HELPERS = `
function fail(errors, instancePath, keyword, params) {
  const error = { instancePath, keyword, params };
  if (errors === null) return [error];
  errors.push(error);
  return errors;
}

function checkType(errors, value, type, parentPath, pointer) {
  return value === undefined || typeof value === type ? errors : fail(errors, parentPath + pointer, "type", { type });
}

function checkInteger(errors, value, minimum, maximum, parentPath, pointer) {
  if (value === undefined || (Number.isInteger(value) && value >= minimum && value <= maximum)) return errors;
  if (!Number.isInteger(value)) return fail(errors, parentPath + pointer, "type", { type: "integer" });
  return value > maximum
    ? fail(errors, parentPath + pointer, "maximum", { limit: maximum })
    : fail(errors, parentPath + pointer, "minimum", { limit: minimum });
}

function checkObject(errors, value, validate, parentPath, pointer) {
  return value === undefined || validate(value, parentPath + pointer) ? errors : append(errors, validate.errors);
}

function checkList(errors, list, validate, parentPath, pointer) {
  if (list === undefined) return errors;
  if (!Array.isArray(list)) return fail(errors, parentPath + pointer, "type", { type: "array" });
  for (let i = 0; i < list.length; i++) {
    if (!validate(list[i], parentPath + pointer + "/" + i)) errors = append(errors, validate.errors);
  }
  return errors;
}

function checkString(value, path) {
  checkString.errors = typeof value === "string" ? null : fail(null, path, "type", { type: "string" });
  return checkString.errors === null;
}

function append(errors, more) {
  if (errors === null) return more;
  for (const error of more) errors.push(error);
  return errors;
}
`;
