// biome-ignore-all lint/correctness/noUnusedVariables: the code that ajv generates above calls these functions
// The last part of generated/validators.js: the checks that its functions share. A check is a function that returns whether a
// value is valid, and leaves the errors of its last call in its `errors`.

function fail(errors, instancePath, keyword, params) {
  const error = { instancePath, keyword, params };
  if (errors === null) return [error];
  errors.push(error);
  return errors;
}

/** Adds the errors of a function that does not know its path. */
function append(errors, more, path) {
  for (const error of more) error.instancePath = path + error.instancePath;
  if (errors === null) return more;
  for (const error of more) errors.push(error);
  return errors;
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function checkValue(errors, value, check, path) {
  return value === undefined || check(value) ? errors : append(errors, check.errors, path);
}

/** Validates an element of a list or map. An element cannot be absent, so undefined is invalid. */
function checkElement(errors, value, check, name) {
  if (check(value)) return errors;
  return append(errors, check.errors, `/${`${name}`.replaceAll("~", "~0").replaceAll("/", "~1")}`);
}

function checkNeeds(errors, object, condition, needs) {
  if (condition !== true) return errors;
  for (const name of needs) {
    if (object[name] === undefined) errors = fail(errors, "", "required", { missingProperty: name });
    if (object[name] === "") errors = fail(errors, `/${name}`, "minLength", { limit: 1 });
  }
  return errors;
}

function checkOneofs(errors, object, oneofs) {
  for (const names of oneofs) {
    const [, ...more] = names.filter((name) => object[name] !== undefined);
    for (const member of more) errors = fail(errors, "", "atMostOne", { member });
  }
  return errors;
}

/** Creates a check from a function that returns the errors of a value, or null. */
function toCheck(find) {
  const check = (value) => {
    check.errors = find(value);
    return check.errors === null;
  };
  return check;
}

// These count a member: 0 if it is absent, 1 if it is valid. Otherwise NaN, so that no sum is a number of members.

function countString(value) {
  return value === undefined ? 0 : typeof value === "string" ? 1 : Number.NaN;
}

function countBoolean(value) {
  return value === undefined ? 0 : typeof value === "boolean" ? 1 : Number.NaN;
}

function countValid(value, check) {
  return value === undefined ? 0 : check(value) ? 1 : Number.NaN;
}

function countMembers(object) {
  let count = 0;
  for (const _name in object) count++;
  return count;
}

/**
 * Creates the check of an object by its shape: names, kinds and oneofs. It is slower than code of its own, but a tenth
 * of the size, and so used for objects that few tokens have, and for those that a quick look does not find valid. Its tables
 * are created on first use.
 *
 * @param own the checks of members that have other rules than in the shape, and of those that the shape lacks
 */
function ofShape(title, closed, own = {}) {
  let checks;
  let oneofs;
  const shape = shapes[title];
  return toCheck((value) => {
    if (!isObject(value)) return fail(null, "", "type", { type: "object" });
    oneofs ??= oneofsOf(shape);
    // Unlike an object, a map has no inherited names.
    checks ??= new Map([
      ...Object.entries(shape).map(([name, member]) => [name, ofMember(member, closed)]),
      ...Object.entries(own),
    ]);
    let errors = null;
    for (const name in value) {
      if (!Object.hasOwn(value, name)) continue;
      const check = checks.get(name);
      if (check === undefined && closed) errors = fail(errors, "", "closed", { additionalProperty: name });
      if (check !== undefined && value[name] !== undefined) errors = checkElement(errors, value[name], check, name);
    }
    return checkOneofs(errors, value, oneofs);
  });
}

function ofMember({ of, kind, many }, closed) {
  const check = kind === "enum" ? oneOf(of) : of ? ofShape(of, closed) : KINDS[kind ?? "string"];
  return many === "list" ? list(check) : many === "map" ? map(check) : check;
}

const KINDS = {
  string: /* @__PURE__ */ ofType("string"),
  boolean: /* @__PURE__ */ ofType("boolean"),
  number: /* @__PURE__ */ ofType("number"),
  int32: /* @__PURE__ */ integer(-(2 ** 31), 2 ** 31 - 1),
  uint32: /* @__PURE__ */ integer(0, 2 ** 32 - 1),
};

function oneofsOf(shape) {
  const oneofs = {};
  for (const [name, { oneof }] of Object.entries(shape)) if (oneof) oneofs[oneof] = [...(oneofs[oneof] ?? []), name];
  return Object.values(oneofs);
}

/** Creates the check of a string, a boolean or a JSON number. */
function ofType(type) {
  return toCheck((value) =>
    (type === "number" ? Number.isFinite(value) : typeof value === type) ? null : fail(null, "", "type", { type }),
  );
}

function integer(minimum, maximum) {
  return toCheck((value) => {
    if (!Number.isInteger(value)) return fail(null, "", "type", { type: "integer" });
    if (value > maximum) return fail(null, "", "maximum", { limit: maximum });
    return value < minimum ? fail(null, "", "minimum", { limit: minimum }) : null;
  });
}

/** Creates the check of an enum by its title. Reads its names later: bundlers keep constants that access properties. */
function oneOf(title) {
  return toCheck((value) =>
    typeof value === "string" && Object.hasOwn(enums[title], value)
      ? null
      : fail(null, "", "oneOfEnum", { allowedValues: Object.keys(enums[title]) }),
  );
}

function orNull(check) {
  return toCheck((value) => (value === null || check(value) ? null : check.errors));
}

function list(check) {
  return toCheck((value) => {
    if (!Array.isArray(value)) return fail(null, "", "type", { type: "array" });
    let errors = null;
    for (let i = 0; i < value.length; i++) errors = checkElement(errors, value[i], check, i);
    return errors;
  });
}

function map(check) {
  return toCheck((value) => {
    if (!isObject(value)) return fail(null, "", "type", { type: "object" });
    let errors = null;
    // Iterates without a list of own names, which would slow down empty maps.
    for (const name in value) if (Object.hasOwn(value, name)) errors = checkElement(errors, value[name], check, name);
    return errors;
  });
}
